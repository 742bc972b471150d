CREATE TABLE "echelles" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"noms" text[] NOT NULL,
	CONSTRAINT "echelles_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "echelles_quatre" CHECK (cardinality("echelles"."noms") = 4)
);
--> statement-breakpoint
CREATE TABLE "relations" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"un_id" uuid NOT NULL,
	"autre_id" uuid NOT NULL,
	"orientee" boolean DEFAULT false NOT NULL,
	"niveau" integer NOT NULL,
	"debut" text,
	"fin" text,
	"source" text NOT NULL,
	"note" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "relations_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "relations_deux" CHECK ("relations"."un_id" <> "relations"."autre_id"),
	CONSTRAINT "relations_niveau" CHECK ("relations"."niveau" between 1 and 4),
	CONSTRAINT "relations_dates" CHECK ("relations"."debut" is null or "relations"."fin" is null or "relations"."fin" >= left("relations"."debut", length("relations"."fin")))
);
--> statement-breakpoint
ALTER TABLE "echelles" ADD CONSTRAINT "echelles_collectivite_id_collectivites_id_fk" FOREIGN KEY ("collectivite_id") REFERENCES "public"."collectivites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_un_fk" FOREIGN KEY ("collectivite_id","un_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_autre_fk" FOREIGN KEY ("collectivite_id","autre_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "echelles_une_par_territoire" ON "echelles" USING btree ("collectivite_id");--> statement-breakpoint
CREATE INDEX "relations_par_un" ON "relations" USING btree ("collectivite_id","un_id");--> statement-breakpoint
CREATE INDEX "relations_par_autre" ON "relations" USING btree ("collectivite_id","autre_id");--> statement-breakpoint
SELECT cloisonner('relations', 'un_id'), cloisonner('echelles', 'collectivite_id');--> statement-breakpoint
-- the network reads meetings, seats and answers of ten years at once
CREATE OR REPLACE FUNCTION rafraichir_statistiques() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
begin
  analyze fiches, places, axes, objectifs, intervenants, etapes, financements, indicateurs, indicateurs_valeurs, reponses, fiches_quartiers, structures, personnes, fonctions,
    instances, sieges, seances, points, invitations, relations;
end $$;
