CREATE TABLE "rencontres_paires" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seance_id" uuid NOT NULL,
	"tour" integer NOT NULL,
	"rang" integer NOT NULL,
	"un_id" uuid NOT NULL,
	"autre_id" uuid,
	"connus" text,
	"promesse" text,
	"tenue_le" timestamp with time zone,
	"un_accepte" boolean DEFAULT false NOT NULL,
	"autre_accepte" boolean DEFAULT false NOT NULL,
	CONSTRAINT "rencontres_paires_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "rencontres_paires_tour" CHECK ("rencontres_paires"."tour" > 0 and "rencontres_paires"."rang" > 0),
	CONSTRAINT "rencontres_paires_deux" CHECK ("rencontres_paires"."un_id" <> "rencontres_paires"."autre_id"),
	CONSTRAINT "rencontres_paires_connus" CHECK ("rencontres_paires"."connus" in ('structure', 'instance', 'seance', 'rencontre'))
);
--> statement-breakpoint
CREATE TABLE "rencontres_participants" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seance_id" uuid NOT NULL,
	"numero" integer NOT NULL,
	"personne_id" uuid,
	"structure_id" uuid,
	"present" boolean DEFAULT true NOT NULL,
	CONSTRAINT "rencontres_participants_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "rencontres_participants_quelqu_un" CHECK (num_nonnulls("rencontres_participants"."personne_id", "rencontres_participants"."structure_id") > 0)
);
--> statement-breakpoint
CREATE TABLE "rencontres" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seance_id" uuid NOT NULL,
	"minutes" integer NOT NULL,
	"composees_le" timestamp with time zone NOT NULL,
	CONSTRAINT "rencontres_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "rencontres_minutes" CHECK ("rencontres"."minutes" between 1 and 60)
);
--> statement-breakpoint
ALTER TABLE "rencontres_paires" ADD CONSTRAINT "rencontres_paires_seance_fk" FOREIGN KEY ("collectivite_id","seance_id") REFERENCES "public"."seances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rencontres_paires" ADD CONSTRAINT "rencontres_paires_un_fk" FOREIGN KEY ("collectivite_id","un_id") REFERENCES "public"."rencontres_participants"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rencontres_paires" ADD CONSTRAINT "rencontres_paires_autre_fk" FOREIGN KEY ("collectivite_id","autre_id") REFERENCES "public"."rencontres_participants"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rencontres_participants" ADD CONSTRAINT "rencontres_participants_seance_fk" FOREIGN KEY ("collectivite_id","seance_id") REFERENCES "public"."seances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rencontres_participants" ADD CONSTRAINT "rencontres_participants_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rencontres_participants" ADD CONSTRAINT "rencontres_participants_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rencontres" ADD CONSTRAINT "rencontres_seance_fk" FOREIGN KEY ("collectivite_id","seance_id") REFERENCES "public"."seances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "rencontres_paires_une_place" ON "rencontres_paires" USING btree ("collectivite_id","seance_id","tour","rang");--> statement-breakpoint
CREATE INDEX "rencontres_paires_par_un" ON "rencontres_paires" USING btree ("collectivite_id","un_id");--> statement-breakpoint
CREATE INDEX "rencontres_paires_par_autre" ON "rencontres_paires" USING btree ("collectivite_id","autre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rencontres_participants_un_numero" ON "rencontres_participants" USING btree ("collectivite_id","seance_id","numero");--> statement-breakpoint
CREATE INDEX "rencontres_participants_par_personne" ON "rencontres_participants" USING btree ("collectivite_id","personne_id");--> statement-breakpoint
CREATE INDEX "rencontres_participants_par_structure" ON "rencontres_participants" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rencontres_une_par_seance" ON "rencontres" USING btree ("collectivite_id","seance_id");--> statement-breakpoint
SELECT cloisonner('rencontres', 'seance_id'), cloisonner('rencontres_participants', 'seance_id'), cloisonner('rencontres_paires', 'seance_id');
