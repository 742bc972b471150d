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
ALTER TABLE "chartes" ADD CONSTRAINT "chartes_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chartes" ADD CONSTRAINT "chartes_contact_fk" FOREIGN KEY ("collectivite_id","contact_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chartes" ADD CONSTRAINT "chartes_infirmier_fk" FOREIGN KEY ("collectivite_id","infirmier_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "chartes_une_par_an" ON "chartes" USING btree ("collectivite_id","structure_id","annee") WHERE "chartes"."supprime_le" is null;--> statement-breakpoint
CREATE INDEX "chartes_par_annee" ON "chartes" USING btree ("collectivite_id","annee");--> statement-breakpoint
SELECT cloisonner('chartes', 'id');
