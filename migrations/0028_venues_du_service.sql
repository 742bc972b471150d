CREATE TABLE "passages" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"instance_id" uuid NOT NULL,
	"date" text NOT NULL,
	"qui" text NOT NULL,
	"sujets" text NOT NULL,
	"suite" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "passages_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_instance_fk" FOREIGN KEY ("collectivite_id","instance_id") REFERENCES "public"."instances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passages_par_instance" ON "passages" USING btree ("collectivite_id","instance_id","date");--> statement-breakpoint
SELECT cloisonner('passages', 'instance_id');
