CREATE TABLE "seances" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"instance_id" uuid NOT NULL,
	"objet" text,
	"jour" text NOT NULL,
	"heure" text,
	"duree" integer NOT NULL,
	"lieu" text,
	"capacite" integer,
	"motif_quota" text,
	"motif_duree" text,
	"annulee_le" timestamp with time zone,
	"motif_annulation" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "seances_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "seances_jour" CHECK ("seances"."jour" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
	CONSTRAINT "seances_heure" CHECK ("seances"."heure" ~ '^[0-2][0-9]:[0-5][0-9]$'),
	CONSTRAINT "seances_duree" CHECK ("seances"."duree" between 15 and 720),
	CONSTRAINT "seances_capacite" CHECK ("seances"."capacite" > 0)
);
--> statement-breakpoint
ALTER TABLE "seances" ADD CONSTRAINT "seances_instance_fk" FOREIGN KEY ("collectivite_id","instance_id") REFERENCES "public"."instances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "seances_par_instance" ON "seances" USING btree ("collectivite_id","instance_id","jour");--> statement-breakpoint
CREATE INDEX "seances_par_jour" ON "seances" USING btree ("collectivite_id","jour");--> statement-breakpoint
SELECT cloisonner('seances', 'id');
