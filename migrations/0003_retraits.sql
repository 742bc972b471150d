ALTER TABLE "conventions" ADD COLUMN "supprime_le" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "signataires" ADD COLUMN "exemple" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "signataires" ADD COLUMN "supprime_le" timestamp with time zone;