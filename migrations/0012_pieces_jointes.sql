CREATE TABLE "fichiers_morceaux" (
	"collectivite_id" uuid NOT NULL,
	"empreinte" text NOT NULL,
	"rang" integer NOT NULL,
	"octets" "bytea" NOT NULL,
	CONSTRAINT "fichiers_morceaux_collectivite_id_empreinte_rang_pk" PRIMARY KEY("collectivite_id","empreinte","rang")
);
--> statement-breakpoint
CREATE TABLE "pieces" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid,
	"contrat_id" uuid,
	"acte_id" uuid,
	"racine_id" uuid GENERATED ALWAYS AS (coalesce(fiche_id, contrat_id)) STORED NOT NULL,
	"intitule" text NOT NULL,
	"nature" text NOT NULL,
	"texte_alternatif" text,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "pieces_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "pieces_un_objet" CHECK (num_nonnulls("pieces"."fiche_id", "pieces"."contrat_id") = 1 and ("pieces"."acte_id" is null or "pieces"."contrat_id" is not null)),
	CONSTRAINT "pieces_nature" CHECK ("pieces"."nature" in ('acte', 'convention', 'compte_rendu', 'bilan', 'budget', 'communication', 'photo', 'support', 'autre'))
);
--> statement-breakpoint
CREATE TABLE "pieces_versions" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"piece_id" uuid NOT NULL,
	"racine_id" uuid NOT NULL,
	"numero" integer NOT NULL,
	"nom_fichier" text NOT NULL,
	"genre" text NOT NULL,
	"taille" integer NOT NULL,
	"empreinte" text NOT NULL,
	"jeu" text,
	"largeur" integer,
	"hauteur" integer,
	"note" text,
	"auteur" text NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	CONSTRAINT "pieces_versions_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "pieces_versions_taille" CHECK ("pieces_versions"."taille" > 0)
);
--> statement-breakpoint
ALTER TABLE "pieces" ADD CONSTRAINT "pieces_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pieces" ADD CONSTRAINT "pieces_contrat_fk" FOREIGN KEY ("collectivite_id","contrat_id") REFERENCES "public"."contrats"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pieces" ADD CONSTRAINT "pieces_acte_fk" FOREIGN KEY ("collectivite_id","acte_id") REFERENCES "public"."actes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pieces_versions" ADD CONSTRAINT "pieces_versions_piece_fk" FOREIGN KEY ("collectivite_id","piece_id") REFERENCES "public"."pieces"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pieces_par_racine" ON "pieces" USING btree ("collectivite_id","racine_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pieces_versions_un_numero" ON "pieces_versions" USING btree ("collectivite_id","piece_id","numero");--> statement-breakpoint
-- what is attached is mostly compressed already
ALTER TABLE "fichiers_morceaux" ALTER COLUMN "octets" SET STORAGE EXTERNAL;--> statement-breakpoint
SELECT cloisonner('fichiers_morceaux', ''), cloisonner('pieces', 'racine_id'), cloisonner('pieces_versions', 'racine_id');--> statement-breakpoint
REVOKE UPDATE ON "fichiers_morceaux" FROM tisserand_app;
