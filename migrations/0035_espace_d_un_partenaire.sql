CREATE TABLE "corrections" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"personne_id" uuid NOT NULL,
	"structure_id" uuid,
	"texte" text NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"traitee_le" timestamp with time zone,
	CONSTRAINT "corrections_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
ALTER TABLE "jetons" DROP CONSTRAINT "jetons_finalite";--> statement-breakpoint
ALTER TABLE "envois" DROP CONSTRAINT "envois_nature";--> statement-breakpoint
ALTER TABLE "abonnements" ALTER COLUMN "compte_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "corrections_par_personne" ON "corrections" USING btree ("collectivite_id","personne_id","cree_le");--> statement-breakpoint
CREATE INDEX "corrections_par_structure" ON "corrections" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
ALTER TABLE "jetons" ADD CONSTRAINT "jetons_finalite" CHECK ("jetons"."finalite" in ('session', 'connexion', 'invitation', 'emargement', 'compte_rendu', 'taches', 'nouvelles', 'agenda', 'questionnaire', 'espace'));--> statement-breakpoint
ALTER TABLE "abonnements" ADD CONSTRAINT "abonnements_a_qui" CHECK ("abonnements"."compte_id" is not null or "abonnements"."personne_id" is not null);--> statement-breakpoint
ALTER TABLE "envois" ADD CONSTRAINT "envois_nature" CHECK ("envois"."nature" in ('invitation', 'rappel', 'mise_a_jour', 'annulation', 'place', 'compte_rendu', 'taches', 'nouvelles', 'espace'));--> statement-breakpoint
SELECT cloisonner('corrections', 'personne_id');
