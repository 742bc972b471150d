CREATE TABLE "presentations" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"titre" text,
	"texte" text NOT NULL,
	"montree" boolean NOT NULL,
	"ecrite_le" timestamp with time zone NOT NULL,
	CONSTRAINT "presentations_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "presentations_montree" CHECK (not "presentations"."montree" or "presentations"."texte" <> '')
);
--> statement-breakpoint
ALTER TABLE "presentations" ADD CONSTRAINT "presentations_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "presentations_une_par_fiche" ON "presentations" USING btree ("collectivite_id","fiche_id");--> statement-breakpoint
SELECT cloisonner('presentations', 'fiche_id');
