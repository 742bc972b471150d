CREATE TABLE "appariements" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"empreinte" text NOT NULL,
	"choix" jsonb NOT NULL,
	"retenu_le" timestamp with time zone NOT NULL,
	CONSTRAINT "appariements_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "imports_de_plan" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"demande" jsonb NOT NULL,
	"demandeur" jsonb NOT NULL,
	"etat" text DEFAULT 'en_attente' NOT NULL,
	"lignes" integer NOT NULL,
	"fait" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"contrat_id" uuid,
	"message" text,
	"arret_demande" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"vu_le" timestamp with time zone NOT NULL,
	CONSTRAINT "imports_de_plan_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "imports_de_plan_etat" CHECK ("etat" in ('en_attente', 'en_cours', 'fait', 'arrete', 'refuse', 'echoue'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "appariements_un_par_empreinte" ON "appariements" USING btree ("collectivite_id","empreinte");--> statement-breakpoint
SELECT cloisonner('appariements', 'id'), cloisonner('imports_de_plan', '');
