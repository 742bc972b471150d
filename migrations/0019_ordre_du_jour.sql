CREATE TABLE "points" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seance_id" uuid NOT NULL,
	"rang" integer NOT NULL,
	"temps" text NOT NULL,
	"intitule" text NOT NULL,
	"minutes" integer,
	"structure_id" uuid,
	"technique" text,
	"detail" text,
	CONSTRAINT "points_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "points_temps" CHECK ("points"."temps" in ('suivi', 'presentation', 'thematique')),
	CONSTRAINT "points_minutes" CHECK ("points"."minutes" between 1 and 720),
	CONSTRAINT "points_technique" CHECK ("points"."technique" in ('tour_de_table', 'brise_glace', 'photolangage', 'cartes_representations', 'jeu_de_role', 'escape_game', 'speed_meeting', 'vote_de_priorites'))
);
--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_seance_fk" FOREIGN KEY ("collectivite_id","seance_id") REFERENCES "public"."seances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "points_par_seance" ON "points" USING btree ("collectivite_id","seance_id","rang");--> statement-breakpoint
CREATE INDEX "points_par_structure" ON "points" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
SELECT cloisonner('points', 'seance_id');
