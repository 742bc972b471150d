CREATE TABLE "fiches_programmes" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	CONSTRAINT "fiches_programmes_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "nouvelles" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"date" text NOT NULL,
	"texte" text NOT NULL,
	"auteur" text NOT NULL,
	"source" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "nouvelles_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "vues" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"compte_id" uuid NOT NULL,
	"nom" text NOT NULL,
	"adresse" text NOT NULL,
	"partagee" boolean DEFAULT false NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "vues_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "actes" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contrat_id" uuid NOT NULL,
	"nature" text NOT NULL,
	"reference" text NOT NULL,
	"date" text NOT NULL,
	"objet" text,
	"nouvelle_fin" text,
	"montant" bigint,
	"exemple" boolean DEFAULT false NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "actes_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "actes_nature" CHECK ("actes"."nature" in ('etude', 'deliberation', 'avenant', 'prorogation', 'autre')),
	CONSTRAINT "actes_fin" CHECK (("actes"."nature" = 'prorogation') = ("actes"."nouvelle_fin" is not null)),
	CONSTRAINT "actes_montant" CHECK ("actes"."montant" >= 0)
);
--> statement-breakpoint
CREATE TABLE "axes_prs" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"axe_id" uuid NOT NULL,
	"prs_axe_id" uuid NOT NULL,
	CONSTRAINT "axes_prs_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "contrats_programmes" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contrat_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	CONSTRAINT "contrats_programmes_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "faits" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contrat_id" uuid NOT NULL,
	"date" text NOT NULL,
	"nature" text NOT NULL,
	"texte" text NOT NULL,
	"exemple" boolean DEFAULT false NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "faits_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "faits_nature" CHECK ("faits"."nature" in ('crise', 'depart', 'arrivee', 'ouverture', 'retard', 'autre'))
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"nature" text NOT NULL,
	"intitule" text NOT NULL,
	"debut" text,
	"fin" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "programmes_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "programmes_nature" CHECK ("programmes"."nature" in ('contrat_de_ville', 'clsm', 'ptsm', 'ctg', 'cite_educative', 'autre'))
);
--> statement-breakpoint
CREATE TABLE "prs" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sigle" text NOT NULL,
	"intitule" text,
	"debut" text,
	"fin" text,
	"parue_le" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "prs_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "prs_dates" CHECK ("prs"."debut" is null or "prs"."fin" is null or "prs"."fin" >= left("prs"."debut", length("prs"."fin")))
);
--> statement-breakpoint
CREATE TABLE "prs_axes" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"prs_id" uuid NOT NULL,
	"rang" integer NOT NULL,
	"numero" text NOT NULL,
	"intitule" text NOT NULL,
	CONSTRAINT "prs_axes_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "reperes" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"nature" text NOT NULL,
	"intitule" text NOT NULL,
	"debut" text NOT NULL,
	"fin" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "reperes_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "reperes_nature" CHECK ("reperes"."nature" in ('diagnostic', 'projet', 'mandat', 'election', 'autre')),
	CONSTRAINT "reperes_dates" CHECK ("reperes"."fin" is null or "reperes"."fin" >= left("reperes"."debut", length("reperes"."fin")))
);
--> statement-breakpoint
DROP INDEX "places_une_par_contrat";--> statement-breakpoint
ALTER TABLE "fiches" ADD COLUMN "hors_qpv" text;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "depuis" text;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "jusque" text;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "motif" text;--> statement-breakpoint
ALTER TABLE "contrats" ADD COLUMN "fin_prorogee" text;--> statement-breakpoint
ALTER TABLE "contrats" ADD COLUMN "prs_id" uuid;--> statement-breakpoint
ALTER TABLE "fiches_programmes" ADD CONSTRAINT "fiches_programmes_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fiches_programmes" ADD CONSTRAINT "fiches_programmes_programme_fk" FOREIGN KEY ("collectivite_id","programme_id") REFERENCES "public"."programmes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nouvelles" ADD CONSTRAINT "nouvelles_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vues" ADD CONSTRAINT "vues_compte_id_comptes_id_fk" FOREIGN KEY ("compte_id") REFERENCES "public"."comptes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actes" ADD CONSTRAINT "actes_contrat_fk" FOREIGN KEY ("collectivite_id","contrat_id") REFERENCES "public"."contrats"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "axes_prs" ADD CONSTRAINT "axes_prs_axe_fk" FOREIGN KEY ("collectivite_id","axe_id") REFERENCES "public"."axes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "axes_prs" ADD CONSTRAINT "axes_prs_prs_axe_fk" FOREIGN KEY ("collectivite_id","prs_axe_id") REFERENCES "public"."prs_axes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contrats_programmes" ADD CONSTRAINT "contrats_programmes_contrat_fk" FOREIGN KEY ("collectivite_id","contrat_id") REFERENCES "public"."contrats"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contrats_programmes" ADD CONSTRAINT "contrats_programmes_programme_fk" FOREIGN KEY ("collectivite_id","programme_id") REFERENCES "public"."programmes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faits" ADD CONSTRAINT "faits_contrat_fk" FOREIGN KEY ("collectivite_id","contrat_id") REFERENCES "public"."contrats"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_collectivite_id_collectivites_id_fk" FOREIGN KEY ("collectivite_id") REFERENCES "public"."collectivites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prs" ADD CONSTRAINT "prs_collectivite_id_collectivites_id_fk" FOREIGN KEY ("collectivite_id") REFERENCES "public"."collectivites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prs_axes" ADD CONSTRAINT "prs_axes_prs_fk" FOREIGN KEY ("collectivite_id","prs_id") REFERENCES "public"."prs"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reperes" ADD CONSTRAINT "reperes_collectivite_id_collectivites_id_fk" FOREIGN KEY ("collectivite_id") REFERENCES "public"."collectivites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "fiches_programmes_une_fois" ON "fiches_programmes" USING btree ("collectivite_id","fiche_id","programme_id");--> statement-breakpoint
CREATE INDEX "nouvelles_par_fiche" ON "nouvelles" USING btree ("collectivite_id","fiche_id","date");--> statement-breakpoint
CREATE INDEX "vues_par_compte" ON "vues" USING btree ("collectivite_id","compte_id");--> statement-breakpoint
CREATE INDEX "actes_par_contrat" ON "actes" USING btree ("collectivite_id","contrat_id","date");--> statement-breakpoint
CREATE UNIQUE INDEX "axes_prs_une_fois" ON "axes_prs" USING btree ("collectivite_id","axe_id","prs_axe_id");--> statement-breakpoint
CREATE INDEX "axes_prs_par_prs_axe" ON "axes_prs" USING btree ("collectivite_id","prs_axe_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contrats_programmes_une_fois" ON "contrats_programmes" USING btree ("collectivite_id","contrat_id","programme_id");--> statement-breakpoint
CREATE INDEX "faits_par_contrat" ON "faits" USING btree ("collectivite_id","contrat_id","date");--> statement-breakpoint
CREATE UNIQUE INDEX "prs_axes_un_numero" ON "prs_axes" USING btree ("collectivite_id","prs_id","numero");--> statement-breakpoint
ALTER TABLE "contrats" ADD CONSTRAINT "contrats_prs_fk" FOREIGN KEY ("collectivite_id","prs_id") REFERENCES "public"."prs"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "places_une_par_contrat" ON "places" USING btree ("collectivite_id","contrat_id","fiche_id") WHERE "places"."jusque" is null;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_dates" CHECK ("places"."jusque" is null or "places"."depuis" is null or "places"."jusque" >= "places"."depuis");--> statement-breakpoint
SELECT cloisonner('prs', 'id'), cloisonner('prs_axes', 'prs_id'), cloisonner('actes', 'contrat_id'), cloisonner('faits', 'contrat_id'),
  cloisonner('axes_prs', 'axe_id'), cloisonner('reperes', 'id'), cloisonner('programmes', 'id'), cloisonner('contrats_programmes', 'contrat_id'),
  cloisonner('nouvelles', 'fiche_id'), cloisonner('fiches_programmes', 'fiche_id'), cloisonner('vues', 'id');
