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
CREATE TABLE "rencontres_paires" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seance_id" uuid NOT NULL,
	"tour" integer NOT NULL,
	"rang" integer NOT NULL,
	"un_id" uuid NOT NULL,
	"autre_id" uuid,
	"connus" text,
	"promesse" text,
	"tenue_le" timestamp with time zone,
	"un_accepte" boolean DEFAULT false NOT NULL,
	"autre_accepte" boolean DEFAULT false NOT NULL,
	CONSTRAINT "rencontres_paires_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "rencontres_paires_tour" CHECK ("rencontres_paires"."tour" > 0 and "rencontres_paires"."rang" > 0),
	CONSTRAINT "rencontres_paires_deux" CHECK ("rencontres_paires"."un_id" <> "rencontres_paires"."autre_id"),
	CONSTRAINT "rencontres_paires_connus" CHECK ("rencontres_paires"."connus" in ('structure', 'instance', 'seance', 'rencontre'))
);
--> statement-breakpoint
CREATE TABLE "rencontres_participants" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seance_id" uuid NOT NULL,
	"numero" integer NOT NULL,
	"personne_id" uuid,
	"structure_id" uuid,
	"present" boolean DEFAULT true NOT NULL,
	CONSTRAINT "rencontres_participants_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "rencontres_participants_quelqu_un" CHECK (num_nonnulls("rencontres_participants"."personne_id", "rencontres_participants"."structure_id") > 0)
);
--> statement-breakpoint
CREATE TABLE "rencontres" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seance_id" uuid NOT NULL,
	"minutes" integer NOT NULL,
	"composees_le" timestamp with time zone NOT NULL,
	CONSTRAINT "rencontres_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "rencontres_minutes" CHECK ("rencontres"."minutes" between 1 and 60)
);
--> statement-breakpoint
ALTER TABLE "jetons" DROP CONSTRAINT "jetons_finalite";--> statement-breakpoint
ALTER TABLE "collectivites" ADD COLUMN "seuil_sollicitations" integer;--> statement-breakpoint
ALTER TABLE "abonnements" ADD CONSTRAINT "abonnements_compte_id_comptes_id_fk" FOREIGN KEY ("compte_id") REFERENCES "public"."comptes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abonnements" ADD CONSTRAINT "abonnements_instance_fk" FOREIGN KEY ("collectivite_id","instance_id") REFERENCES "public"."instances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abonnements" ADD CONSTRAINT "abonnements_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rencontres_paires" ADD CONSTRAINT "rencontres_paires_seance_fk" FOREIGN KEY ("collectivite_id","seance_id") REFERENCES "public"."seances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rencontres_paires" ADD CONSTRAINT "rencontres_paires_un_fk" FOREIGN KEY ("collectivite_id","un_id") REFERENCES "public"."rencontres_participants"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rencontres_paires" ADD CONSTRAINT "rencontres_paires_autre_fk" FOREIGN KEY ("collectivite_id","autre_id") REFERENCES "public"."rencontres_participants"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rencontres_participants" ADD CONSTRAINT "rencontres_participants_seance_fk" FOREIGN KEY ("collectivite_id","seance_id") REFERENCES "public"."seances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rencontres_participants" ADD CONSTRAINT "rencontres_participants_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rencontres_participants" ADD CONSTRAINT "rencontres_participants_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rencontres" ADD CONSTRAINT "rencontres_seance_fk" FOREIGN KEY ("collectivite_id","seance_id") REFERENCES "public"."seances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "abonnements_par_compte" ON "abonnements" USING btree ("collectivite_id","compte_id");--> statement-breakpoint
CREATE INDEX "abonnements_par_personne" ON "abonnements" USING btree ("collectivite_id","personne_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rencontres_paires_une_place" ON "rencontres_paires" USING btree ("collectivite_id","seance_id","tour","rang");--> statement-breakpoint
CREATE INDEX "rencontres_paires_par_un" ON "rencontres_paires" USING btree ("collectivite_id","un_id");--> statement-breakpoint
CREATE INDEX "rencontres_paires_par_autre" ON "rencontres_paires" USING btree ("collectivite_id","autre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rencontres_participants_un_numero" ON "rencontres_participants" USING btree ("collectivite_id","seance_id","numero");--> statement-breakpoint
CREATE INDEX "rencontres_participants_par_personne" ON "rencontres_participants" USING btree ("collectivite_id","personne_id");--> statement-breakpoint
CREATE INDEX "rencontres_participants_par_structure" ON "rencontres_participants" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rencontres_une_par_seance" ON "rencontres" USING btree ("collectivite_id","seance_id");--> statement-breakpoint
ALTER TABLE "jetons" ADD CONSTRAINT "jetons_finalite" CHECK ("jetons"."finalite" in ('session', 'connexion', 'invitation', 'emargement', 'compte_rendu', 'taches', 'agenda'));--> statement-breakpoint
ALTER TABLE "collectivites" ADD CONSTRAINT "collectivites_seuil" CHECK ("collectivites"."seuil_sollicitations" between 1 and 100);--> statement-breakpoint
SELECT cloisonner('rencontres', 'seance_id'), cloisonner('rencontres_participants', 'seance_id'), cloisonner('rencontres_paires', 'seance_id'),
  cloisonner('abonnements', 'id');
