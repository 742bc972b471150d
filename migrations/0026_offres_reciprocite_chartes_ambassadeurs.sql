CREATE TABLE "ambassadeurs" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"personne_id" uuid NOT NULL,
	"quartier_id" uuid NOT NULL,
	"debut" text,
	"fin" text,
	"accord_le" text NOT NULL,
	"accord_retire_le" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "ambassadeurs_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "ambassadeurs_dates" CHECK ("ambassadeurs"."debut" is null or "ambassadeurs"."fin" is null or "ambassadeurs"."fin" >= left("ambassadeurs"."debut", length("ambassadeurs"."fin")))
);
--> statement-breakpoint
CREATE TABLE "chartes" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"structure_id" uuid NOT NULL,
	"annee" integer NOT NULL,
	"signee_le" text,
	"contact_id" uuid,
	"infirmier_id" uuid,
	"rencontres" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "chartes_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "chartes_annee" CHECK ("chartes"."annee" between 2000 and 2100)
);
--> statement-breakpoint
CREATE TABLE "echanges" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"nature" text NOT NULL,
	"structure_id" uuid NOT NULL,
	"personne_id" uuid,
	"titre" text NOT NULL,
	"cle_titre" text NOT NULL,
	"texte" text,
	"thematiques" text[] DEFAULT '{}' NOT NULL,
	"facettes" text[] DEFAULT '{}' NOT NULL,
	"quartier_id" uuid,
	"jusque" text,
	"etat" text DEFAULT 'ouverte' NOT NULL,
	"depuis" text NOT NULL,
	"issue" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "echanges_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "echanges_nature" CHECK ("echanges"."nature" in ('appui', 'offre', 'besoin', 'idee')),
	CONSTRAINT "echanges_etat" CHECK ("echanges"."etat" in ('ouverte', 'en_cours', 'aboutie', 'abandonnee'))
);
--> statement-breakpoint
CREATE TABLE "rapprochements" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"un_id" uuid NOT NULL,
	"autre_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"date" text NOT NULL,
	"note" text,
	"auteur" text NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	CONSTRAINT "rapprochements_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "rapprochements_deux" CHECK ("rapprochements"."un_id" < "rapprochements"."autre_id"),
	CONSTRAINT "rapprochements_verdict" CHECK ("rapprochements"."verdict" in ('mises_en_relation', 'ecartees'))
);
--> statement-breakpoint
CREATE TABLE "invitations_recues" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"structure_id" uuid NOT NULL,
	"intitule" text NOT NULL,
	"date" text NOT NULL,
	"presence" text NOT NULL,
	"qui" text,
	"motif" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "invitations_recues_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "invitations_recues_presence" CHECK ("invitations_recues"."presence" in ('attendue', 'honoree', 'deleguee', 'manquee'))
);
--> statement-breakpoint
ALTER TABLE "ambassadeurs" ADD CONSTRAINT "ambassadeurs_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ambassadeurs" ADD CONSTRAINT "ambassadeurs_quartier_fk" FOREIGN KEY ("collectivite_id","quartier_id") REFERENCES "public"."quartiers"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chartes" ADD CONSTRAINT "chartes_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chartes" ADD CONSTRAINT "chartes_contact_fk" FOREIGN KEY ("collectivite_id","contact_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chartes" ADD CONSTRAINT "chartes_infirmier_fk" FOREIGN KEY ("collectivite_id","infirmier_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "echanges" ADD CONSTRAINT "echanges_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "echanges" ADD CONSTRAINT "echanges_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "echanges" ADD CONSTRAINT "echanges_quartier_fk" FOREIGN KEY ("collectivite_id","quartier_id") REFERENCES "public"."quartiers"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapprochements" ADD CONSTRAINT "rapprochements_un_fk" FOREIGN KEY ("collectivite_id","un_id") REFERENCES "public"."echanges"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapprochements" ADD CONSTRAINT "rapprochements_autre_fk" FOREIGN KEY ("collectivite_id","autre_id") REFERENCES "public"."echanges"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations_recues" ADD CONSTRAINT "invitations_recues_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ambassadeurs_par_quartier" ON "ambassadeurs" USING btree ("collectivite_id","quartier_id");--> statement-breakpoint
CREATE INDEX "ambassadeurs_par_personne" ON "ambassadeurs" USING btree ("collectivite_id","personne_id");--> statement-breakpoint
CREATE UNIQUE INDEX "chartes_une_par_an" ON "chartes" USING btree ("collectivite_id","structure_id","annee") WHERE "chartes"."supprime_le" is null;--> statement-breakpoint
CREATE INDEX "chartes_par_annee" ON "chartes" USING btree ("collectivite_id","annee");--> statement-breakpoint
CREATE INDEX "echanges_par_etat" ON "echanges" USING btree ("collectivite_id","etat","cree_le" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "echanges_par_structure" ON "echanges" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rapprochements_une_fois" ON "rapprochements" USING btree ("collectivite_id","un_id","autre_id");--> statement-breakpoint
CREATE INDEX "rapprochements_par_autre" ON "rapprochements" USING btree ("collectivite_id","autre_id");--> statement-breakpoint
CREATE INDEX "invitations_recues_par_date" ON "invitations_recues" USING btree ("collectivite_id","date");--> statement-breakpoint
CREATE INDEX "invitations_recues_par_structure" ON "invitations_recues" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
SELECT cloisonner('echanges', 'id'), cloisonner('rapprochements', 'un_id'), cloisonner('invitations_recues', 'id'), cloisonner('chartes', 'id'),
  cloisonner('ambassadeurs', 'id');
