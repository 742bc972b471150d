CREATE TABLE "annonces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"collectivite_id" uuid,
	"survenu_le" timestamp with time zone NOT NULL,
	"acteur_id" uuid,
	"nature" text NOT NULL,
	"contenu" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changements" (
	"collectivite_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "changements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"survenu_le" timestamp with time zone NOT NULL,
	"acteur_id" uuid,
	"acteur_nom" text NOT NULL,
	"acte" text NOT NULL,
	"objet_table" text NOT NULL,
	"objet_id" uuid NOT NULL,
	"racine_id" uuid NOT NULL,
	"avant" jsonb,
	"apres" jsonb,
	CONSTRAINT "changements_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "etapes" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"rang" integer NOT NULL,
	"intitule" text NOT NULL,
	"echeance" text,
	"faite" boolean DEFAULT false NOT NULL,
	CONSTRAINT "etapes_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "fiches" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"parent_id" uuid,
	"rang" integer NOT NULL,
	"numero" text,
	"titre" text NOT NULL,
	"cle_titre" text NOT NULL,
	"nature" text,
	"statut" text,
	"priorite" text,
	"debut" text,
	"fin" text,
	"calendrier" text,
	"amelioration_continue" boolean,
	"participation" text,
	"gouvernance" text,
	"contexte" text,
	"description" text,
	"moyens" text,
	"vigilance" text,
	"notes" text,
	"documents" text,
	"liens" text,
	"publics" text[] NOT NULL,
	"ages" text[] NOT NULL,
	"milieux" text[] NOT NULL,
	"ottawa" text[] NOT NULL,
	"budget_previsionnel" bigint,
	"dernier_import" jsonb,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"modifie_le" timestamp with time zone NOT NULL,
	"recherche" "tsvector" GENERATED ALWAYS AS (to_tsvector('francais', coalesce(titre, '') || ' ' || coalesce(contexte, '') || ' ' || coalesce(description, '') || ' ' || en_texte(publics))) STORED,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "fiches_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "fiches_statut" CHECK ("fiches"."statut" in ('a_venir', 'a_discuter', 'en_cours', 'realise', 'en_retard', 'en_pause', 'bloque', 'abandonne')),
	CONSTRAINT "fiches_dates" CHECK ("fiches"."debut" is null or "fiches"."fin" is null or "fiches"."fin" >= left("fiches"."debut", length("fiches"."fin"))),
	CONSTRAINT "fiches_budget" CHECK ("fiches"."budget_previsionnel" >= 0)
);
--> statement-breakpoint
CREATE TABLE "fiches_quartiers" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"quartier_id" uuid NOT NULL,
	CONSTRAINT "fiches_quartiers_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "financements" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"rang" integer NOT NULL,
	"structure_id" uuid NOT NULL,
	"annee" integer,
	"montant" bigint,
	"etat" text NOT NULL,
	CONSTRAINT "financements_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "financements_montant" CHECK ("financements"."montant" >= 0)
);
--> statement-breakpoint
CREATE TABLE "indicateurs" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"rang" integer NOT NULL,
	"intitule" text NOT NULL,
	"unite" text,
	"initiale" numeric,
	"cible" numeric,
	CONSTRAINT "indicateurs_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "indicateurs_valeurs" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"indicateur_id" uuid NOT NULL,
	"date" text NOT NULL,
	"valeur" numeric NOT NULL,
	CONSTRAINT "indicateurs_valeurs_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "intervenants" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"role" text NOT NULL,
	"structure_id" uuid,
	"personne_id" uuid,
	"detail" text,
	"rang" integer NOT NULL,
	CONSTRAINT "intervenants_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "intervenants_quelqu_un" CHECK ("intervenants"."structure_id" is not null or "intervenants"."personne_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "objectifs" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"parent_id" uuid,
	"niveau" text NOT NULL,
	"rang" integer NOT NULL,
	"texte" text NOT NULL,
	"resultat" text,
	CONSTRAINT "objectifs_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "places" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"contrat_id" uuid NOT NULL,
	"axe_id" uuid,
	"rang" integer NOT NULL,
	CONSTRAINT "places_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "reponses" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"axe_id" uuid NOT NULL,
	"moment" text NOT NULL,
	"texte" text NOT NULL,
	CONSTRAINT "reponses_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "reponses_moment" CHECK ("reponses"."moment" in ('conception', 'declinaison', 'evaluation'))
);
--> statement-breakpoint
CREATE TABLE "adhesions" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"compte_id" uuid NOT NULL,
	"role" text NOT NULL,
	"fonction" text,
	"quotite" numeric(3, 2),
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "adhesions_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "adhesions_role" CHECK ("adhesions"."role" in ('coordination', 'direction', 'elu', 'contributeur', 'lecteur')),
	CONSTRAINT "adhesions_quotite" CHECK ("adhesions"."quotite" > 0 and "adhesions"."quotite" <= 1)
);
--> statement-breakpoint
CREATE TABLE "comptes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"courriel" text NOT NULL,
	"nom" text NOT NULL,
	"administrateur" boolean DEFAULT false NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	CONSTRAINT "comptes_courriel_minuscules" CHECK ("comptes"."courriel" = lower("comptes"."courriel"))
);
--> statement-breakpoint
CREATE TABLE "jetons" (
	"empreinte" "bytea" PRIMARY KEY NOT NULL,
	"finalite" text NOT NULL,
	"sujet_id" uuid NOT NULL,
	"collectivite_id" uuid,
	"cree_le" timestamp with time zone NOT NULL,
	"expire_le" timestamp with time zone NOT NULL,
	"revoque_le" timestamp with time zone,
	CONSTRAINT "jetons_finalite" CHECK ("jetons"."finalite" in ('session', 'connexion'))
);
--> statement-breakpoint
CREATE TABLE "axes" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contrat_id" uuid NOT NULL,
	"parent_id" uuid,
	"nature" text NOT NULL,
	"rang" integer NOT NULL,
	"intitule" text NOT NULL,
	"cle_intitule" text NOT NULL,
	"enjeu" text,
	"constat" text,
	"objectif" text,
	"question" text,
	"sous_questions" text[] NOT NULL,
	"instance" text,
	"ages" text[] NOT NULL,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "axes_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "axes_nature" CHECK ("axes"."nature" in ('thematique', 'transversal')),
	CONSTRAINT "axes_transversal_plat" CHECK ("axes"."nature" = 'thematique' or "axes"."parent_id" is null)
);
--> statement-breakpoint
CREATE TABLE "contrats" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"intitule" text NOT NULL,
	"generation" integer NOT NULL,
	"precedent_id" uuid,
	"debut" text,
	"fin" text,
	"etape" text NOT NULL,
	"signe_le" text,
	"signature_lieu" text,
	"signature_recit" text,
	"preambule" text,
	"gouvernance" text,
	"references_legales" text[] NOT NULL,
	"niveaux" text[] NOT NULL,
	"plan_importe" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "contrats_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "contrats_etape" CHECK ("contrats"."etape" in ('prefiguration', 'elaboration', 'en_relecture', 'signe', 'abandonne')),
	CONSTRAINT "contrats_dates" CHECK ("contrats"."debut" is null or "contrats"."fin" is null or "contrats"."fin" >= left("contrats"."debut", length("contrats"."fin")))
);
--> statement-breakpoint
CREATE TABLE "conventions" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contrat_id" uuid NOT NULL,
	"structure_id" uuid NOT NULL,
	"objet" text,
	"date" text,
	CONSTRAINT "conventions_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "signataires" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contrat_id" uuid NOT NULL,
	"structure_id" uuid NOT NULL,
	"personne_id" uuid,
	"qualite" text,
	"role" text NOT NULL,
	"signe_le" text,
	"rang" integer NOT NULL,
	CONSTRAINT "signataires_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "signataires_role" CHECK ("signataires"."role" in ('porteur', 'obligatoire', 'autre'))
);
--> statement-breakpoint
CREATE TABLE "fonctions" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"personne_id" uuid NOT NULL,
	"structure_id" uuid NOT NULL,
	"intitule" text,
	"debut" text,
	"fin" text,
	CONSTRAINT "fonctions_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "fonctions_dates" CHECK ("fonctions"."debut" is null or "fonctions"."fin" is null or "fonctions"."fin" >= left("fonctions"."debut", length("fonctions"."fin")))
);
--> statement-breakpoint
CREATE TABLE "personnes" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"nom" text NOT NULL,
	"cle_nom" text NOT NULL,
	"courriel" text,
	"telephone" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "personnes_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "structures" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"nom" text NOT NULL,
	"cle_nom" text NOT NULL,
	"sigle" text,
	"type" text DEFAULT 'autre' NOT NULL,
	"categorie" text,
	"interne" boolean DEFAULT false NOT NULL,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "structures_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "collectivites" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text,
	"slug" text NOT NULL,
	"nom" text NOT NULL,
	"nature" text NOT NULL,
	"competence_sante" boolean,
	"competence_depuis" text,
	"asv_depuis" text,
	"parties_requises" text[] NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	CONSTRAINT "collectivites_nature" CHECK ("collectivites"."nature" in ('commune', 'epci', 'ept', 'libre')),
	CONSTRAINT "collectivites_deux_parties" CHECK (cardinality("collectivites"."parties_requises") >= 2)
);
--> statement-breakpoint
CREATE TABLE "collectivites_communes" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "collectivites_communes_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "communes" (
	"code" text PRIMARY KEY NOT NULL,
	"nom" text NOT NULL,
	"recherche" text NOT NULL,
	"departement" text NOT NULL,
	"region" text NOT NULL,
	"codes_postaux" text[] NOT NULL,
	"population" integer,
	"epci" text,
	"ept" text,
	"millesime" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "intercommunalites" (
	"siren" text PRIMARY KEY NOT NULL,
	"nom" text NOT NULL,
	"recherche" text NOT NULL,
	"nature" text NOT NULL,
	"population" integer,
	"millesime" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quartiers" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"nom" text NOT NULL,
	"nature" text NOT NULL,
	"generation" text,
	"code" text,
	"en_projet" boolean DEFAULT false NOT NULL,
	"contour" jsonb,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "quartiers_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "quartiers_nature" CHECK ("quartiers"."nature" in ('qpv', 'quartier')),
	CONSTRAINT "quartiers_generation" CHECK (("quartiers"."nature" = 'qpv') = ("quartiers"."generation" is not null))
);
--> statement-breakpoint
ALTER TABLE "etapes" ADD CONSTRAINT "etapes_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fiches" ADD CONSTRAINT "fiches_parent_fk" FOREIGN KEY ("collectivite_id","parent_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fiches" ADD CONSTRAINT "fiches_collectivite_id_collectivites_id_fk" FOREIGN KEY ("collectivite_id") REFERENCES "public"."collectivites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fiches_quartiers" ADD CONSTRAINT "fiches_quartiers_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fiches_quartiers" ADD CONSTRAINT "fiches_quartiers_quartier_fk" FOREIGN KEY ("collectivite_id","quartier_id") REFERENCES "public"."quartiers"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "financements" ADD CONSTRAINT "financements_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "financements" ADD CONSTRAINT "financements_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicateurs" ADD CONSTRAINT "indicateurs_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicateurs_valeurs" ADD CONSTRAINT "indicateurs_valeurs_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicateurs_valeurs" ADD CONSTRAINT "indicateurs_valeurs_indicateur_fk" FOREIGN KEY ("collectivite_id","indicateur_id") REFERENCES "public"."indicateurs"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervenants" ADD CONSTRAINT "intervenants_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervenants" ADD CONSTRAINT "intervenants_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervenants" ADD CONSTRAINT "intervenants_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objectifs" ADD CONSTRAINT "objectifs_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objectifs" ADD CONSTRAINT "objectifs_parent_fk" FOREIGN KEY ("collectivite_id","parent_id") REFERENCES "public"."objectifs"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_contrat_fk" FOREIGN KEY ("collectivite_id","contrat_id") REFERENCES "public"."contrats"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_axe_fk" FOREIGN KEY ("collectivite_id","axe_id") REFERENCES "public"."axes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reponses" ADD CONSTRAINT "reponses_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reponses" ADD CONSTRAINT "reponses_axe_fk" FOREIGN KEY ("collectivite_id","axe_id") REFERENCES "public"."axes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adhesions" ADD CONSTRAINT "adhesions_collectivite_id_collectivites_id_fk" FOREIGN KEY ("collectivite_id") REFERENCES "public"."collectivites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adhesions" ADD CONSTRAINT "adhesions_compte_id_comptes_id_fk" FOREIGN KEY ("compte_id") REFERENCES "public"."comptes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "axes" ADD CONSTRAINT "axes_contrat_fk" FOREIGN KEY ("collectivite_id","contrat_id") REFERENCES "public"."contrats"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "axes" ADD CONSTRAINT "axes_parent_fk" FOREIGN KEY ("collectivite_id","parent_id") REFERENCES "public"."axes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contrats" ADD CONSTRAINT "contrats_precedent_fk" FOREIGN KEY ("collectivite_id","precedent_id") REFERENCES "public"."contrats"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contrats" ADD CONSTRAINT "contrats_collectivite_id_collectivites_id_fk" FOREIGN KEY ("collectivite_id") REFERENCES "public"."collectivites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conventions" ADD CONSTRAINT "conventions_contrat_fk" FOREIGN KEY ("collectivite_id","contrat_id") REFERENCES "public"."contrats"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conventions" ADD CONSTRAINT "conventions_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signataires" ADD CONSTRAINT "signataires_contrat_fk" FOREIGN KEY ("collectivite_id","contrat_id") REFERENCES "public"."contrats"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signataires" ADD CONSTRAINT "signataires_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signataires" ADD CONSTRAINT "signataires_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fonctions" ADD CONSTRAINT "fonctions_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fonctions" ADD CONSTRAINT "fonctions_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personnes" ADD CONSTRAINT "personnes_collectivite_id_collectivites_id_fk" FOREIGN KEY ("collectivite_id") REFERENCES "public"."collectivites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "structures" ADD CONSTRAINT "structures_collectivite_id_collectivites_id_fk" FOREIGN KEY ("collectivite_id") REFERENCES "public"."collectivites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collectivites_communes" ADD CONSTRAINT "collectivites_communes_collectivite_id_collectivites_id_fk" FOREIGN KEY ("collectivite_id") REFERENCES "public"."collectivites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collectivites_communes" ADD CONSTRAINT "collectivites_communes_code_communes_code_fk" FOREIGN KEY ("code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quartiers" ADD CONSTRAINT "quartiers_collectivite_id_collectivites_id_fk" FOREIGN KEY ("collectivite_id") REFERENCES "public"."collectivites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "annonces_par_collectivite" ON "annonces" USING btree ("collectivite_id","survenu_le");--> statement-breakpoint
CREATE INDEX "changements_par_racine" ON "changements" USING btree ("collectivite_id","racine_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "etapes_par_fiche" ON "etapes" USING btree ("collectivite_id","fiche_id","rang");--> statement-breakpoint
CREATE INDEX "fiches_par_titre" ON "fiches" USING btree ("collectivite_id","cle_titre");--> statement-breakpoint
CREATE INDEX "fiches_par_parent" ON "fiches" USING btree ("collectivite_id","parent_id","rang");--> statement-breakpoint
CREATE UNIQUE INDEX "fiches_quartiers_une_fois" ON "fiches_quartiers" USING btree ("collectivite_id","fiche_id","quartier_id");--> statement-breakpoint
CREATE INDEX "fiches_quartiers_par_quartier" ON "fiches_quartiers" USING btree ("collectivite_id","quartier_id");--> statement-breakpoint
CREATE INDEX "financements_par_fiche" ON "financements" USING btree ("collectivite_id","fiche_id","rang");--> statement-breakpoint
CREATE INDEX "indicateurs_par_fiche" ON "indicateurs" USING btree ("collectivite_id","fiche_id","rang");--> statement-breakpoint
CREATE INDEX "indicateurs_valeurs_par_fiche" ON "indicateurs_valeurs" USING btree ("collectivite_id","fiche_id","indicateur_id","date");--> statement-breakpoint
CREATE INDEX "intervenants_par_fiche" ON "intervenants" USING btree ("collectivite_id","fiche_id","role","rang");--> statement-breakpoint
CREATE INDEX "intervenants_par_structure" ON "intervenants" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
CREATE INDEX "intervenants_par_personne" ON "intervenants" USING btree ("collectivite_id","personne_id");--> statement-breakpoint
CREATE INDEX "objectifs_par_fiche" ON "objectifs" USING btree ("collectivite_id","fiche_id","rang");--> statement-breakpoint
CREATE UNIQUE INDEX "places_une_par_contrat" ON "places" USING btree ("collectivite_id","contrat_id","fiche_id");--> statement-breakpoint
CREATE INDEX "places_par_fiche" ON "places" USING btree ("collectivite_id","fiche_id");--> statement-breakpoint
CREATE INDEX "places_par_axe" ON "places" USING btree ("collectivite_id","axe_id","rang");--> statement-breakpoint
CREATE UNIQUE INDEX "reponses_une_par_moment" ON "reponses" USING btree ("collectivite_id","fiche_id","axe_id","moment");--> statement-breakpoint
CREATE INDEX "reponses_par_axe" ON "reponses" USING btree ("collectivite_id","axe_id");--> statement-breakpoint
CREATE UNIQUE INDEX "adhesions_une_fois" ON "adhesions" USING btree ("collectivite_id","compte_id");--> statement-breakpoint
CREATE INDEX "adhesions_par_compte" ON "adhesions" USING btree ("compte_id");--> statement-breakpoint
CREATE UNIQUE INDEX "comptes_courriel" ON "comptes" USING btree ("courriel");--> statement-breakpoint
CREATE INDEX "jetons_par_sujet" ON "jetons" USING btree ("sujet_id","finalite");--> statement-breakpoint
CREATE INDEX "jetons_expires" ON "jetons" USING btree ("expire_le");--> statement-breakpoint
CREATE INDEX "axes_par_contrat" ON "axes" USING btree ("collectivite_id","contrat_id","nature","rang");--> statement-breakpoint
CREATE INDEX "contrats_par_debut" ON "contrats" USING btree ("collectivite_id","debut");--> statement-breakpoint
CREATE INDEX "conventions_par_contrat" ON "conventions" USING btree ("collectivite_id","contrat_id");--> statement-breakpoint
CREATE INDEX "signataires_par_contrat" ON "signataires" USING btree ("collectivite_id","contrat_id","rang");--> statement-breakpoint
CREATE INDEX "fonctions_par_personne" ON "fonctions" USING btree ("collectivite_id","personne_id");--> statement-breakpoint
CREATE INDEX "fonctions_par_structure" ON "fonctions" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
CREATE INDEX "personnes_par_nom" ON "personnes" USING btree ("collectivite_id","cle_nom");--> statement-breakpoint
CREATE UNIQUE INDEX "structures_un_nom" ON "structures" USING btree ("collectivite_id","cle_nom") WHERE "structures"."supprime_le" is null;--> statement-breakpoint
CREATE INDEX "structures_par_nom" ON "structures" USING btree ("collectivite_id","nom");--> statement-breakpoint
CREATE UNIQUE INDEX "collectivites_slug" ON "collectivites" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "collectivites_code" ON "collectivites" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "collectivites_communes_une_fois" ON "collectivites_communes" USING btree ("collectivite_id","code");--> statement-breakpoint
CREATE INDEX "communes_recherche" ON "communes" USING btree ("recherche" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "communes_par_epci" ON "communes" USING btree ("epci");--> statement-breakpoint
CREATE INDEX "communes_par_ept" ON "communes" USING btree ("ept");--> statement-breakpoint
CREATE INDEX "intercommunalites_recherche" ON "intercommunalites" USING btree ("recherche" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "quartiers_par_nom" ON "quartiers" USING btree ("collectivite_id","nom");