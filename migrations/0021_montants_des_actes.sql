CREATE TABLE "actes_montants" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contrat_id" uuid NOT NULL,
	"acte_id" uuid NOT NULL,
	"rang" integer NOT NULL,
	"annee" integer,
	"structure_id" uuid,
	"montant" bigint NOT NULL,
	"taxe" text DEFAULT 'ht' NOT NULL,
	"precision" text,
	CONSTRAINT "actes_montants_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "actes_montants_montant" CHECK ("actes_montants"."montant" >= 0),
	CONSTRAINT "actes_montants_taxe" CHECK ("actes_montants"."taxe" in ('ht', 'ttc'))
);
--> statement-breakpoint
ALTER TABLE "actes" DROP CONSTRAINT "actes_montant";--> statement-breakpoint
ALTER TABLE "actes" DROP CONSTRAINT "actes_nature";--> statement-breakpoint
ALTER TABLE "fiches" ADD COLUMN "budget_taxe" text DEFAULT 'ht' NOT NULL;--> statement-breakpoint
ALTER TABLE "actes_montants" ADD CONSTRAINT "actes_montants_contrat_fk" FOREIGN KEY ("collectivite_id","contrat_id") REFERENCES "public"."contrats"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actes_montants" ADD CONSTRAINT "actes_montants_acte_fk" FOREIGN KEY ("collectivite_id","acte_id") REFERENCES "public"."actes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actes_montants" ADD CONSTRAINT "actes_montants_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "actes_montants_par_acte" ON "actes_montants" USING btree ("collectivite_id","acte_id","rang");--> statement-breakpoint
-- the one amount of an act becomes its first line, of no known funder, the year of the act; the owner may be no superuser
ALTER TABLE "actes" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "actes_montants" ("collectivite_id", "id", "contrat_id", "acte_id", "rang", "annee", "montant")
SELECT "collectivite_id", gen_random_uuid(), "contrat_id", "id", 1, left("date", 4)::integer, "montant" FROM "actes" WHERE "montant" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "actes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "actes" DROP COLUMN "montant";--> statement-breakpoint
ALTER TABLE "fiches" ADD CONSTRAINT "fiches_budget_taxe" CHECK ("fiches"."budget_taxe" in ('ht', 'ttc'));--> statement-breakpoint
ALTER TABLE "actes" ADD CONSTRAINT "actes_nature" CHECK ("actes"."nature" in ('etude', 'deliberation', 'avenant', 'prorogation', 'convention', 'autre'));--> statement-breakpoint
SELECT cloisonner('actes_montants', 'contrat_id');
