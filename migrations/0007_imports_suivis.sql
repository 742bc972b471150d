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
SELECT cloisonner('imports_de_plan', '');
