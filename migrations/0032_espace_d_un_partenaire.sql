ALTER TABLE "jetons" DROP CONSTRAINT "jetons_finalite";--> statement-breakpoint
ALTER TABLE "envois" DROP CONSTRAINT "envois_nature";--> statement-breakpoint
ALTER TABLE "abonnements" ALTER COLUMN "compte_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "jetons" ADD CONSTRAINT "jetons_finalite" CHECK ("jetons"."finalite" in ('session', 'connexion', 'invitation', 'emargement', 'compte_rendu', 'taches', 'nouvelles', 'agenda', 'questionnaire', 'espace'));--> statement-breakpoint
ALTER TABLE "abonnements" ADD CONSTRAINT "abonnements_a_qui" CHECK ("abonnements"."compte_id" is not null or "abonnements"."personne_id" is not null);--> statement-breakpoint
ALTER TABLE "envois" ADD CONSTRAINT "envois_nature" CHECK ("envois"."nature" in ('invitation', 'rappel', 'mise_a_jour', 'annulation', 'place', 'compte_rendu', 'taches', 'nouvelles', 'espace'));