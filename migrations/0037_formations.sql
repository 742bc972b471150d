CREATE TABLE "formations" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sens" text NOT NULL,
	"intitule" text NOT NULL,
	"organisme" text,
	"date" text NOT NULL,
	"heures" integer,
	"participants" integer,
	"competences" text[] DEFAULT '{}' NOT NULL,
	"contenu" text,
	"adresse" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "formations_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "formations_sens" CHECK ("formations"."sens" in ('suivie', 'donnee'))
);
--> statement-breakpoint
CREATE TABLE "formations_structures" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"formation_id" uuid NOT NULL,
	"structure_id" uuid NOT NULL,
	CONSTRAINT "formations_structures_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
ALTER TABLE "formations_structures" ADD CONSTRAINT "formations_structures_formation_fk" FOREIGN KEY ("collectivite_id","formation_id") REFERENCES "public"."formations"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formations_structures" ADD CONSTRAINT "formations_structures_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "formations_par_date" ON "formations" USING btree ("collectivite_id","date");--> statement-breakpoint
CREATE UNIQUE INDEX "formations_structures_une_fois" ON "formations_structures" USING btree ("collectivite_id","formation_id","structure_id");--> statement-breakpoint
CREATE INDEX "formations_structures_par_structure" ON "formations_structures" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
SELECT cloisonner('formations', 'id'), cloisonner('formations_structures', 'formation_id');
