CREATE TABLE "demandes_nouvelles" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"personne_id" uuid,
	"structure_id" uuid,
	"mot" text,
	"auteur" text NOT NULL,
	"demande_le" timestamp with time zone NOT NULL,
	"repondu_le" timestamp with time zone,
	"nouvelle_id" uuid,
	"statut_propose" text,
	"decision" text,
	CONSTRAINT "demandes_nouvelles_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "demandes_nouvelles_a_qui" CHECK (num_nonnulls("demandes_nouvelles"."personne_id", "demandes_nouvelles"."structure_id") = 1),
	CONSTRAINT "demandes_nouvelles_decision" CHECK ("demandes_nouvelles"."decision" in ('accepte', 'ecarte'))
);
--> statement-breakpoint
ALTER TABLE "jetons" DROP CONSTRAINT "jetons_finalite";--> statement-breakpoint
ALTER TABLE "envois" DROP CONSTRAINT "envois_nature";--> statement-breakpoint
ALTER TABLE "collectivites" ADD COLUMN "statut_d_office" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "demandes_nouvelles" ADD CONSTRAINT "demandes_nouvelles_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demandes_nouvelles" ADD CONSTRAINT "demandes_nouvelles_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demandes_nouvelles" ADD CONSTRAINT "demandes_nouvelles_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "demandes_nouvelles_par_fiche" ON "demandes_nouvelles" USING btree ("collectivite_id","fiche_id","demande_le");--> statement-breakpoint
CREATE INDEX "demandes_nouvelles_par_personne" ON "demandes_nouvelles" USING btree ("collectivite_id","personne_id");--> statement-breakpoint
CREATE INDEX "demandes_nouvelles_par_structure" ON "demandes_nouvelles" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
CREATE UNIQUE INDEX "demandes_nouvelles_une_ouverte" ON "demandes_nouvelles" USING btree ("collectivite_id","fiche_id",coalesce("personne_id", "structure_id")) WHERE "demandes_nouvelles"."repondu_le" is null;--> statement-breakpoint
ALTER TABLE "jetons" ADD CONSTRAINT "jetons_finalite" CHECK ("jetons"."finalite" in ('session', 'connexion', 'invitation', 'emargement', 'compte_rendu', 'taches', 'nouvelles', 'agenda'));--> statement-breakpoint
ALTER TABLE "envois" ADD CONSTRAINT "envois_nature" CHECK ("envois"."nature" in ('invitation', 'rappel', 'mise_a_jour', 'annulation', 'place', 'compte_rendu', 'taches', 'nouvelles'));--> statement-breakpoint
SELECT cloisonner('demandes_nouvelles', 'fiche_id');
