CREATE TABLE "devenirs" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contrat_id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"choix" text NOT NULL,
	"vers_contrat_id" uuid,
	"date" text NOT NULL,
	"motif" text,
	CONSTRAINT "devenirs_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "devenirs_choix" CHECK ("devenirs"."choix" in ('reconduite', 'hors_contrat', 'terminee', 'abandonnee'))
);
--> statement-breakpoint
CREATE TABLE "fiches_prs" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"prs_axe_id" uuid NOT NULL,
	CONSTRAINT "fiches_prs_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "liens" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"autre_id" uuid NOT NULL,
	"nature" text NOT NULL,
	"precision" text,
	CONSTRAINT "liens_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "liens_nature" CHECK ("liens"."nature" in ('complete', 'prepare', 'prolonge', 'partage')),
	CONSTRAINT "liens_a_une_autre" CHECK ("liens"."fiche_id" <> "liens"."autre_id")
);
--> statement-breakpoint
ALTER TABLE "fiches" ADD COLUMN "politiques" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "axes" ADD COLUMN "demande_par" text;--> statement-breakpoint
ALTER TABLE "devenirs" ADD CONSTRAINT "devenirs_contrat_fk" FOREIGN KEY ("collectivite_id","contrat_id") REFERENCES "public"."contrats"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devenirs" ADD CONSTRAINT "devenirs_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devenirs" ADD CONSTRAINT "devenirs_vers_contrat_fk" FOREIGN KEY ("collectivite_id","vers_contrat_id") REFERENCES "public"."contrats"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fiches_prs" ADD CONSTRAINT "fiches_prs_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fiches_prs" ADD CONSTRAINT "fiches_prs_prs_axe_fk" FOREIGN KEY ("collectivite_id","prs_axe_id") REFERENCES "public"."prs_axes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "liens" ADD CONSTRAINT "liens_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "liens" ADD CONSTRAINT "liens_autre_fk" FOREIGN KEY ("collectivite_id","autre_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "devenirs_un_par_contrat" ON "devenirs" USING btree ("collectivite_id","contrat_id","fiche_id");--> statement-breakpoint
CREATE INDEX "devenirs_par_fiche" ON "devenirs" USING btree ("collectivite_id","fiche_id");--> statement-breakpoint
CREATE UNIQUE INDEX "fiches_prs_une_fois" ON "fiches_prs" USING btree ("collectivite_id","fiche_id","prs_axe_id");--> statement-breakpoint
CREATE INDEX "fiches_prs_par_prs_axe" ON "fiches_prs" USING btree ("collectivite_id","prs_axe_id");--> statement-breakpoint
CREATE UNIQUE INDEX "liens_une_fois" ON "liens" USING btree ("collectivite_id","fiche_id","autre_id");--> statement-breakpoint
CREATE INDEX "liens_par_autre" ON "liens" USING btree ("collectivite_id","autre_id");--> statement-breakpoint
SELECT cloisonner('devenirs', 'fiche_id'), cloisonner('liens', 'fiche_id'), cloisonner('fiches_prs', 'fiche_id');
