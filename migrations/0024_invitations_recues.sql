CREATE TABLE "invitations_recues" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"structure_id" uuid NOT NULL,
	"intitule" text NOT NULL,
	"date" text NOT NULL,
	"presence" text NOT NULL,
	"qui" text,
	"motif" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "invitations_recues_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "invitations_recues_presence" CHECK ("invitations_recues"."presence" in ('attendue', 'honoree', 'deleguee', 'manquee'))
);
--> statement-breakpoint
ALTER TABLE "invitations_recues" ADD CONSTRAINT "invitations_recues_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_recues_par_date" ON "invitations_recues" USING btree ("collectivite_id","date");--> statement-breakpoint
CREATE INDEX "invitations_recues_par_structure" ON "invitations_recues" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
SELECT cloisonner('invitations_recues', 'id');
