CREATE TABLE "ambassadeurs" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"personne_id" uuid NOT NULL,
	"quartier_id" uuid NOT NULL,
	"debut" text,
	"fin" text,
	"accord_le" text NOT NULL,
	"accord_retire_le" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "ambassadeurs_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "ambassadeurs_dates" CHECK ("ambassadeurs"."debut" is null or "ambassadeurs"."fin" is null or "ambassadeurs"."fin" >= left("ambassadeurs"."debut", length("ambassadeurs"."fin")))
);
--> statement-breakpoint
ALTER TABLE "ambassadeurs" ADD CONSTRAINT "ambassadeurs_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ambassadeurs" ADD CONSTRAINT "ambassadeurs_quartier_fk" FOREIGN KEY ("collectivite_id","quartier_id") REFERENCES "public"."quartiers"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ambassadeurs_par_quartier" ON "ambassadeurs" USING btree ("collectivite_id","quartier_id");--> statement-breakpoint
CREATE INDEX "ambassadeurs_par_personne" ON "ambassadeurs" USING btree ("collectivite_id","personne_id");--> statement-breakpoint
SELECT cloisonner('ambassadeurs', 'id');
