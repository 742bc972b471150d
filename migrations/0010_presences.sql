CREATE TABLE "presences" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"compte_id" uuid NOT NULL,
	"nom" text NOT NULL,
	"section" text,
	"vu_le" timestamp with time zone NOT NULL,
	CONSTRAINT "presences_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "presences_une_par_personne" ON "presences" USING btree ("collectivite_id","fiche_id","compte_id");--> statement-breakpoint
SELECT cloisonner('presences', '');
