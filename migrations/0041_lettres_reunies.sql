ALTER TABLE "paires_personnes" ADD COLUMN "lettres" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "paires_structures" ADD COLUMN "lettres" uuid[] DEFAULT '{}' NOT NULL;