ALTER TABLE "fiches" ADD COLUMN "motif_existante" text;--> statement-breakpoint
ALTER TABLE "fiches" ADD COLUMN "thematiques" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "fiches" ADD COLUMN "types" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "fiches" ADD COLUMN "facettes" text[] DEFAULT '{}' NOT NULL;