CREATE TABLE "abonnements" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"compte_id" uuid NOT NULL,
	"portee" text NOT NULL,
	"instance_id" uuid,
	"personne_id" uuid,
	"renouvele_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "abonnements_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "abonnements_portee" CHECK ("abonnements"."portee" in ('territoire', 'instance', 'personne')),
	CONSTRAINT "abonnements_quoi" CHECK (("abonnements"."portee" = 'instance') = ("abonnements"."instance_id" is not null) and ("abonnements"."portee" = 'personne') = ("abonnements"."personne_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "jetons" DROP CONSTRAINT "jetons_finalite";--> statement-breakpoint
ALTER TABLE "abonnements" ADD CONSTRAINT "abonnements_compte_id_comptes_id_fk" FOREIGN KEY ("compte_id") REFERENCES "public"."comptes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abonnements" ADD CONSTRAINT "abonnements_instance_fk" FOREIGN KEY ("collectivite_id","instance_id") REFERENCES "public"."instances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abonnements" ADD CONSTRAINT "abonnements_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "abonnements_par_compte" ON "abonnements" USING btree ("collectivite_id","compte_id");--> statement-breakpoint
CREATE INDEX "abonnements_par_personne" ON "abonnements" USING btree ("collectivite_id","personne_id");--> statement-breakpoint
ALTER TABLE "jetons" ADD CONSTRAINT "jetons_finalite" CHECK ("jetons"."finalite" in ('session', 'connexion', 'invitation', 'agenda'));--> statement-breakpoint
SELECT cloisonner('abonnements', 'id');
