ALTER TABLE "axes" ADD COLUMN "conseil_conception" text;--> statement-breakpoint
ALTER TABLE "axes" ADD COLUMN "exemples_conception" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "axes" ADD COLUMN "conseil_declinaison" text;--> statement-breakpoint
ALTER TABLE "axes" ADD COLUMN "exemples_declinaison" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "axes" ADD COLUMN "conseil_evaluation" text;--> statement-breakpoint
ALTER TABLE "axes" ADD COLUMN "exemples_evaluation" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- The four axes that the product offers had their advice and examples in its code: those that territories took keep them, as their own
ALTER TABLE "axes" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "axes" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "axes" a SET "conseil_conception" = g.c, "exemples_conception" = g.ec, "conseil_declinaison" = g.d, "exemples_declinaison" = g.ed,
  "conseil_evaluation" = g.e, "exemples_evaluation" = g.ee
FROM (VALUES
  ('coordination des acteurs et travail en reseau',
    'Nommez la rupture que l’action évite, qui doit se parler pour cela, et ce que chacun met en commun.',
    array['La sortie de l’hôpital sans médecin traitant est la rupture visée. L’hôpital, la CPTS et le CCAS se voient une fois par mois ; la salle et le véhicule sont prêtés par la ville.'],
    'Dites qui se parle vraiment, à quel rythme, et où cela coince encore entre deux partenaires.',
    array['L’hôpital prévient 48 heures avant la sortie. Le véhicule ne sert qu’un jour sur deux, le CCAS a pris le relais.'],
    'Dites pour combien de personnes le parcours n’a pas été rompu, et ce qui continue sans vous.',
    array['Sur 40 sorties suivies, 33 ont un médecin traitant après trois mois. La réunion mensuelle continue sans la ville.']),
  ('visibilite et lisibilite de l''offre de sante du territoire',
    'Dites par quels lieux et quels mots l’action se fera connaître, et comment elle ira vers ceux qui ne viennent pas.',
    array['Une affiche en français facile et le site de la ville ; un stand au marché le samedi, avec l’association de médiation ; un lien avec le bus santé.'],
    'Dites ce qui fait venir, ce qui ne sert à rien, et quels partenaires relaient l’information.',
    array['Le stand fait venir plus de monde que l’affiche. Les pharmacies, qui n’étaient pas prévues, la distribuent aussi.'],
    'Dites comment les personnes venues l’ont su, et ce qui reste difficile à trouver.',
    array['Six personnes sur dix sont venues par le stand ou par un voisin. La page du site est à refaire.']),
  ('mobilisation des habitants',
    'Choisissez un degré, de l’information à la co-construction : dites quels habitants, et ce qu’ils décideront.',
    array['Concertation : huit habitantes choisissent les thèmes des ateliers, et deux les animent avec la maison de quartier.'],
    'Dites combien d’habitants tiennent leur rôle, lesquels manquent, et ce qu’ils ont fait changer.',
    array['Cinq viennent à chaque réunion. Elles ont ajouté un atelier sur le sommeil des enfants.'],
    'Dites ce que les habitants savent ou osent faire maintenant, et ce qu’ils portent seuls.',
    array['Deux habitantes animent seules depuis mai. Les hommes n’ont pas été touchés.']),
  ('politique de sante integree',
    'Nommez la direction associée, dites ce qu’elle apporte, et ce qu’il reste à lui demander.',
    array['L’éducation prête une salle et relaie l’information ; la petite enfance associe ses crèches. Reste à voir avec l’aménagement le chemin jusqu’à l’arrêt de bus.'],
    'Dites ce que chaque direction a vraiment fait, et laquelle n’a pas encore répondu.',
    array['Les crèches participent. L’aménagement a posé deux bancs sur le chemin.'],
    'Dites ce qui est entré dans les habitudes d’un autre service, et quelle politique reste à gagner.',
    array['La direction de l’éducation inscrit l’action dans son propre projet. Rien encore avec la culture.'])
) AS g (cle, c, ec, d, ed, e, ee)
WHERE a."nature" = 'transversal' AND a."cle_intitule" = g.cle;--> statement-breakpoint
ALTER TABLE "axes" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "axes" FORCE ROW LEVEL SECURITY;
