CREATE TABLE "postes" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"intitule" text NOT NULL,
	"cle_intitule" text NOT NULL,
	"structure_id" uuid,
	"quotite" numeric NOT NULL,
	"debut" text,
	"fin" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "postes_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "postes_quotite" CHECK ("postes"."quotite" > 0),
	CONSTRAINT "postes_dates" CHECK ("postes"."debut" is null or "postes"."fin" is null or "postes"."fin" >= left("postes"."debut", length("postes"."fin")))
);
--> statement-breakpoint
CREATE TABLE "postes_fractions" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"poste_id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"rang" integer NOT NULL,
	"etp" numeric NOT NULL,
	"annee" integer,
	"structure_id" uuid,
	"montant" bigint,
	CONSTRAINT "postes_fractions_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "postes_fractions_etp" CHECK ("postes_fractions"."etp" > 0),
	CONSTRAINT "postes_fractions_montant" CHECK ("postes_fractions"."montant" >= 0)
);
--> statement-breakpoint
ALTER TABLE "fiches" ADD COLUMN "mutualises" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "fiches" ADD COLUMN "mutualisation" text;--> statement-breakpoint
ALTER TABLE "financements" ADD COLUMN "taxe" text DEFAULT 'ht' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicateurs" ADD COLUMN "definition" text;--> statement-breakpoint
ALTER TABLE "indicateurs" ADD COLUMN "nature" text;--> statement-breakpoint
ALTER TABLE "indicateurs" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "indicateurs" ADD COLUMN "frequence" text;--> statement-breakpoint
ALTER TABLE "indicateurs" ADD COLUMN "detenteur_id" uuid;--> statement-breakpoint
ALTER TABLE "indicateurs" ADD COLUMN "objectif" text;--> statement-breakpoint
ALTER TABLE "indicateurs_valeurs" ADD COLUMN "supprime_le" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "postes" ADD CONSTRAINT "postes_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postes_fractions" ADD CONSTRAINT "postes_fractions_poste_fk" FOREIGN KEY ("collectivite_id","poste_id") REFERENCES "public"."postes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postes_fractions" ADD CONSTRAINT "postes_fractions_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postes_fractions" ADD CONSTRAINT "postes_fractions_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "postes_un_intitule" ON "postes" USING btree ("collectivite_id","cle_intitule") WHERE "postes"."supprime_le" is null;--> statement-breakpoint
CREATE INDEX "postes_fractions_par_fiche" ON "postes_fractions" USING btree ("collectivite_id","fiche_id","rang");--> statement-breakpoint
CREATE INDEX "postes_fractions_par_poste" ON "postes_fractions" USING btree ("collectivite_id","poste_id");--> statement-breakpoint
ALTER TABLE "indicateurs" ADD CONSTRAINT "indicateurs_detenteur_fk" FOREIGN KEY ("collectivite_id","detenteur_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "financements" ADD CONSTRAINT "financements_taxe" CHECK ("financements"."taxe" in ('ht', 'ttc'));--> statement-breakpoint
ALTER TABLE "indicateurs" ADD CONSTRAINT "indicateurs_nature" CHECK ("indicateurs"."nature" in ('processus', 'resultat', 'impact'));--> statement-breakpoint
SELECT cloisonner('postes', 'id'), cloisonner('postes_fractions', 'fiche_id');
