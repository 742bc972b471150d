DROP INDEX "envois_demandes";--> statement-breakpoint
ALTER TABLE "collectivites" ADD COLUMN "seuil_structures" integer;--> statement-breakpoint
ALTER TABLE "envois" ADD COLUMN "sollicite" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- what was asked before counts as it did; `envois` has no history, and the owner may be no superuser
ALTER TABLE "envois" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "envois" SET "sollicite" = true WHERE "nature" in ('invitation', 'rappel', 'nouvelles');--> statement-breakpoint
ALTER TABLE "envois" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "envois_demandes" ON "envois" USING btree ("collectivite_id","cree_le","personne_id","structure_id") WHERE "envois"."sollicite" and "envois"."etat" <> 'refuse';--> statement-breakpoint
ALTER TABLE "collectivites" ADD CONSTRAINT "collectivites_seuil_structures" CHECK ("collectivites"."seuil_structures" between 1 and 1000);