ALTER TABLE "invitations" ADD COLUMN "a_confirmer" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "envois" ADD COLUMN "pas_avant" timestamp with time zone;