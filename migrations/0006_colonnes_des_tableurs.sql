CREATE TABLE "appariements" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"empreinte" text NOT NULL,
	"choix" jsonb NOT NULL,
	"retenu_le" timestamp with time zone NOT NULL,
	CONSTRAINT "appariements_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "appariements_un_par_empreinte" ON "appariements" USING btree ("collectivite_id","empreinte");--> statement-breakpoint
SELECT cloisonner('appariements', 'id');
