CREATE TABLE "instances" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"nom" text NOT NULL,
	"cle_nom" text NOT NULL,
	"nature" text NOT NULL,
	"contrat_id" uuid,
	"axe_id" uuid,
	"mission" text,
	"place_du_cls" text DEFAULT 'pilote' NOT NULL,
	"motif_sans_cls" text,
	"mandat_debut" text,
	"mandat_fin" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "instances_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "instances_nature" CHECK ("instances"."nature" in ('copil', 'cotech', 'groupe', 'groupe_interne', 'clsm_pleniere', 'clsm_copil', 'clsm_groupe', 'conseil_developpement', 'conseil_citoyen', 'conseil_quartier', 'participative')),
	CONSTRAINT "instances_place_du_cls" CHECK ("instances"."place_du_cls" in ('pilote', 'copilote', 'sans')),
	CONSTRAINT "instances_mandat" CHECK ("instances"."mandat_debut" is null or "instances"."mandat_fin" is null or "instances"."mandat_fin" >= left("instances"."mandat_debut", length("instances"."mandat_fin")))
);
--> statement-breakpoint
CREATE TABLE "sieges" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"instance_id" uuid NOT NULL,
	"rang" integer NOT NULL,
	"role" text NOT NULL,
	"structure_id" uuid,
	"personne_id" uuid,
	"qualite" text,
	CONSTRAINT "sieges_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "sieges_role" CHECK ("sieges"."role" in ('presidence', 'pilote', 'copilote', 'membre')),
	CONSTRAINT "sieges_quelqu_un" CHECK ("sieges"."structure_id" is not null or "sieges"."personne_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "instances" ADD CONSTRAINT "instances_contrat_fk" FOREIGN KEY ("collectivite_id","contrat_id") REFERENCES "public"."contrats"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instances" ADD CONSTRAINT "instances_axe_fk" FOREIGN KEY ("collectivite_id","axe_id") REFERENCES "public"."axes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instances" ADD CONSTRAINT "instances_collectivite_id_collectivites_id_fk" FOREIGN KEY ("collectivite_id") REFERENCES "public"."collectivites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sieges" ADD CONSTRAINT "sieges_instance_fk" FOREIGN KEY ("collectivite_id","instance_id") REFERENCES "public"."instances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sieges" ADD CONSTRAINT "sieges_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sieges" ADD CONSTRAINT "sieges_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "instances_un_nom" ON "instances" USING btree ("collectivite_id","cle_nom") WHERE "instances"."supprime_le" is null;--> statement-breakpoint
CREATE INDEX "sieges_par_instance" ON "sieges" USING btree ("collectivite_id","instance_id","rang");--> statement-breakpoint
CREATE INDEX "sieges_par_structure" ON "sieges" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
CREATE INDEX "sieges_par_personne" ON "sieges" USING btree ("collectivite_id","personne_id");--> statement-breakpoint
SELECT cloisonner('instances', 'id'), cloisonner('sieges', 'instance_id');
