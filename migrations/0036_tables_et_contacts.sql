CREATE TABLE "rencontres_lettres" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seance_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"confiee_le" timestamp with time zone NOT NULL,
	CONSTRAINT "rencontres_lettres_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
ALTER TABLE "envois" DROP CONSTRAINT "envois_nature";--> statement-breakpoint
DROP INDEX "rencontres_paires_une_place";--> statement-breakpoint
ALTER TABLE "rencontres" ADD COLUMN "par_table" integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "rencontres_lettres" ADD CONSTRAINT "rencontres_lettres_seance_fk" FOREIGN KEY ("collectivite_id","seance_id") REFERENCES "public"."seances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rencontres_lettres" ADD CONSTRAINT "rencontres_lettres_participant_fk" FOREIGN KEY ("collectivite_id","participant_id") REFERENCES "public"."rencontres_participants"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "rencontres_lettres_une_par_participant" ON "rencontres_lettres" USING btree ("collectivite_id","participant_id");--> statement-breakpoint
CREATE INDEX "rencontres_lettres_par_seance" ON "rencontres_lettres" USING btree ("collectivite_id","seance_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rencontres_paires_une_fois" ON "rencontres_paires" USING btree ("collectivite_id","seance_id","tour","un_id","autre_id");--> statement-breakpoint
ALTER TABLE "rencontres" ADD CONSTRAINT "rencontres_par_table" CHECK ("rencontres"."par_table" between 2 and 6);--> statement-breakpoint
ALTER TABLE "envois" ADD CONSTRAINT "envois_nature" CHECK ("envois"."nature" in ('invitation', 'rappel', 'mise_a_jour', 'annulation', 'place', 'compte_rendu', 'taches', 'nouvelles', 'espace', 'contacts'));--> statement-breakpoint
SELECT cloisonner('rencontres_lettres', 'seance_id');
