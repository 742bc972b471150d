CREATE TABLE "paires_personnes" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"un_id" uuid NOT NULL,
	"autre_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"nom" text,
	"auteur" text NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	CONSTRAINT "paires_personnes_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "paires_personnes_deux" CHECK ("paires_personnes"."un_id" <> "paires_personnes"."autre_id"),
	CONSTRAINT "paires_personnes_verdict" CHECK ("paires_personnes"."verdict" in ('distinctes', 'reunies'))
);
--> statement-breakpoint
CREATE TABLE "paires_structures" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"un_id" uuid NOT NULL,
	"autre_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"nom" text,
	"auteur" text NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	CONSTRAINT "paires_structures_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "paires_structures_deux" CHECK ("paires_structures"."un_id" <> "paires_structures"."autre_id"),
	CONSTRAINT "paires_structures_verdict" CHECK ("paires_structures"."verdict" in ('distinctes', 'reunies'))
);
--> statement-breakpoint
ALTER TABLE "structures" ADD COLUMN "siret" text;--> statement-breakpoint
ALTER TABLE "structures" ADD COLUMN "courriel" text;--> statement-breakpoint
ALTER TABLE "structures" ADD COLUMN "telephone" text;--> statement-breakpoint
ALTER TABLE "structures" ADD COLUMN "quartier_id" uuid;--> statement-breakpoint
ALTER TABLE "paires_personnes" ADD CONSTRAINT "paires_personnes_un_fk" FOREIGN KEY ("collectivite_id","un_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paires_personnes" ADD CONSTRAINT "paires_personnes_autre_fk" FOREIGN KEY ("collectivite_id","autre_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paires_structures" ADD CONSTRAINT "paires_structures_un_fk" FOREIGN KEY ("collectivite_id","un_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paires_structures" ADD CONSTRAINT "paires_structures_autre_fk" FOREIGN KEY ("collectivite_id","autre_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "paires_personnes_une_fois" ON "paires_personnes" USING btree ("collectivite_id","un_id","autre_id");--> statement-breakpoint
CREATE INDEX "paires_personnes_par_autre" ON "paires_personnes" USING btree ("collectivite_id","autre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "paires_structures_une_fois" ON "paires_structures" USING btree ("collectivite_id","un_id","autre_id");--> statement-breakpoint
CREATE INDEX "paires_structures_par_autre" ON "paires_structures" USING btree ("collectivite_id","autre_id");--> statement-breakpoint
ALTER TABLE "structures" ADD CONSTRAINT "structures_quartier_fk" FOREIGN KEY ("collectivite_id","quartier_id") REFERENCES "public"."quartiers"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "structures" ADD CONSTRAINT "structures_siret" CHECK ("structures"."siret" ~ '^[0-9]{14}$');--> statement-breakpoint
SELECT cloisonner('paires_structures', 'id'), cloisonner('paires_personnes', 'id');
