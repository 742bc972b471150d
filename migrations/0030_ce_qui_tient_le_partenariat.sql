CREATE TABLE "implantations" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"structure_id" uuid NOT NULL,
	"nature" text NOT NULL,
	"nom" text,
	"adresse" text,
	"quartier_id" uuid,
	"commune" text,
	"latitude" double precision,
	"longitude" double precision,
	"jours" text,
	"sur_place" boolean DEFAULT true NOT NULL,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "implantations_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "implantations_nature" CHECK ("implantations"."nature" in ('siege', 'antenne', 'permanence')),
	CONSTRAINT "implantations_point" CHECK (("implantations"."latitude" is null) = ("implantations"."longitude" is null))
);
--> statement-breakpoint
CREATE TABLE "passations" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"personne_id" uuid NOT NULL,
	"structure_id" uuid NOT NULL,
	"releve" jsonb NOT NULL,
	"texte" text,
	"auteur" text NOT NULL,
	"reprise_le" timestamp with time zone,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "passations_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "provenances" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"personne_id" uuid,
	"structure_id" uuid,
	"sorte" text NOT NULL,
	"par_personne_id" uuid,
	"par_structure_id" uuid,
	"precision" text,
	CONSTRAINT "provenances_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "provenances_de_qui" CHECK (num_nonnulls("provenances"."personne_id", "provenances"."structure_id") = 1),
	CONSTRAINT "provenances_par_qui" CHECK (("provenances"."sorte" = 'personne') = ("provenances"."par_personne_id" is not null) and ("provenances"."sorte" = 'structure') = ("provenances"."par_structure_id" is not null)),
	CONSTRAINT "provenances_sorte" CHECK ("provenances"."sorte" in ('personne', 'structure', 'seance', 'bouche_a_oreille', 'forum', 'demarche', 'internet', 'presse', 'autre'))
);
--> statement-breakpoint
CREATE TABLE "regroupements" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ensemble_id" uuid NOT NULL,
	"membre_id" uuid NOT NULL,
	"role" text NOT NULL,
	"debut" text,
	"fin" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "regroupements_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "regroupements_deux" CHECK ("regroupements"."ensemble_id" <> "regroupements"."membre_id"),
	CONSTRAINT "regroupements_role" CHECK ("regroupements"."role" in ('membre', 'fondateur', 'gestionnaire', 'porteur', 'invite')),
	CONSTRAINT "regroupements_dates" CHECK ("regroupements"."debut" is null or "regroupements"."fin" is null or "regroupements"."fin" >= left("regroupements"."debut", length("regroupements"."fin")))
);
--> statement-breakpoint
CREATE TABLE "ressources" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"structure_id" uuid NOT NULL,
	"offres" text[] NOT NULL,
	"pour_qui" text,
	"joindre" text,
	"url" text,
	"note" text,
	CONSTRAINT "ressources_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "ressources_offres" CHECK (cardinality("ressources"."offres") > 0)
);
--> statement-breakpoint
ALTER TABLE "implantations" ADD CONSTRAINT "implantations_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "implantations" ADD CONSTRAINT "implantations_quartier_fk" FOREIGN KEY ("collectivite_id","quartier_id") REFERENCES "public"."quartiers"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "implantations" ADD CONSTRAINT "implantations_commune_fk" FOREIGN KEY ("commune") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passations" ADD CONSTRAINT "passations_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passations" ADD CONSTRAINT "passations_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provenances" ADD CONSTRAINT "provenances_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provenances" ADD CONSTRAINT "provenances_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provenances" ADD CONSTRAINT "provenances_par_personne_fk" FOREIGN KEY ("collectivite_id","par_personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provenances" ADD CONSTRAINT "provenances_par_structure_fk" FOREIGN KEY ("collectivite_id","par_structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regroupements" ADD CONSTRAINT "regroupements_ensemble_fk" FOREIGN KEY ("collectivite_id","ensemble_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regroupements" ADD CONSTRAINT "regroupements_membre_fk" FOREIGN KEY ("collectivite_id","membre_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ressources" ADD CONSTRAINT "ressources_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "implantations_par_structure" ON "implantations" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
CREATE INDEX "implantations_par_quartier" ON "implantations" USING btree ("collectivite_id","quartier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "passations_une_par_fonction" ON "passations" USING btree ("collectivite_id","personne_id","structure_id") WHERE "passations"."supprime_le" is null;--> statement-breakpoint
CREATE INDEX "passations_par_structure" ON "passations" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
CREATE UNIQUE INDEX "provenances_une_par_personne" ON "provenances" USING btree ("collectivite_id","personne_id");--> statement-breakpoint
CREATE UNIQUE INDEX "provenances_une_par_structure" ON "provenances" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
CREATE INDEX "provenances_par_personne" ON "provenances" USING btree ("collectivite_id","par_personne_id");--> statement-breakpoint
CREATE INDEX "provenances_par_structure" ON "provenances" USING btree ("collectivite_id","par_structure_id");--> statement-breakpoint
CREATE INDEX "regroupements_par_ensemble" ON "regroupements" USING btree ("collectivite_id","ensemble_id");--> statement-breakpoint
CREATE INDEX "regroupements_par_membre" ON "regroupements" USING btree ("collectivite_id","membre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ressources_une_par_structure" ON "ressources" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
SELECT cloisonner('passations', 'personne_id'), cloisonner('provenances', 'id'), cloisonner('regroupements', 'ensemble_id'), cloisonner('ressources', 'structure_id'),
  cloisonner('implantations', 'structure_id');
