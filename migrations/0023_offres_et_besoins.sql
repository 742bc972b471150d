CREATE TABLE "echanges" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"nature" text NOT NULL,
	"structure_id" uuid NOT NULL,
	"personne_id" uuid,
	"titre" text NOT NULL,
	"cle_titre" text NOT NULL,
	"texte" text,
	"thematiques" text[] DEFAULT '{}' NOT NULL,
	"facettes" text[] DEFAULT '{}' NOT NULL,
	"quartier_id" uuid,
	"jusque" text,
	"etat" text DEFAULT 'ouverte' NOT NULL,
	"depuis" text NOT NULL,
	"issue" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "echanges_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "echanges_nature" CHECK ("echanges"."nature" in ('appui', 'offre', 'besoin', 'idee')),
	CONSTRAINT "echanges_etat" CHECK ("echanges"."etat" in ('ouverte', 'en_cours', 'aboutie', 'abandonnee'))
);
--> statement-breakpoint
CREATE TABLE "rencontres" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"un_id" uuid NOT NULL,
	"autre_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"date" text NOT NULL,
	"note" text,
	"auteur" text NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	CONSTRAINT "rencontres_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "rencontres_deux" CHECK ("rencontres"."un_id" < "rencontres"."autre_id"),
	CONSTRAINT "rencontres_verdict" CHECK ("rencontres"."verdict" in ('mises_en_relation', 'ecartees'))
);
--> statement-breakpoint
ALTER TABLE "echanges" ADD CONSTRAINT "echanges_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "echanges" ADD CONSTRAINT "echanges_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "echanges" ADD CONSTRAINT "echanges_quartier_fk" FOREIGN KEY ("collectivite_id","quartier_id") REFERENCES "public"."quartiers"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rencontres" ADD CONSTRAINT "rencontres_un_fk" FOREIGN KEY ("collectivite_id","un_id") REFERENCES "public"."echanges"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rencontres" ADD CONSTRAINT "rencontres_autre_fk" FOREIGN KEY ("collectivite_id","autre_id") REFERENCES "public"."echanges"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "echanges_par_etat" ON "echanges" USING btree ("collectivite_id","etat","cree_le" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "echanges_par_structure" ON "echanges" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rencontres_une_fois" ON "rencontres" USING btree ("collectivite_id","un_id","autre_id");--> statement-breakpoint
CREATE INDEX "rencontres_par_autre" ON "rencontres" USING btree ("collectivite_id","autre_id");--> statement-breakpoint
SELECT cloisonner('echanges', 'id'), cloisonner('rencontres', 'un_id');
