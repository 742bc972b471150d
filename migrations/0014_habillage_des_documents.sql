CREATE TABLE "habillages" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"surtitre" text,
	"ligne" text,
	"pied" text,
	"teinte" text NOT NULL,
	"chapitres" text[] NOT NULL,
	"ecartes" text[] NOT NULL,
	"empreinte" text,
	"genre" text,
	"taille" integer,
	"largeur" integer,
	"hauteur" integer,
	"nom_fichier" text,
	"texte_alternatif" text,
	CONSTRAINT "habillages_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "habillages_teinte" CHECK ("habillages"."teinte" in ('petrole', 'marine', 'foret', 'bordeaux', 'prune', 'ardoise')),
	CONSTRAINT "habillages_axes" CHECK ('axes' <> all("habillages"."ecartes")),
	CONSTRAINT "habillages_genre" CHECK ("habillages"."genre" in ('png', 'jpeg')),
	CONSTRAINT "habillages_logo_entier" CHECK (num_nonnulls("habillages"."empreinte", "habillages"."genre", "habillages"."taille", "habillages"."largeur", "habillages"."hauteur", "habillages"."nom_fichier", "habillages"."texte_alternatif") in (0, 7))
);
--> statement-breakpoint
ALTER TABLE "habillages" ADD CONSTRAINT "habillages_collectivite_id_collectivites_id_fk" FOREIGN KEY ("collectivite_id") REFERENCES "public"."collectivites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "habillages_un_par_territoire" ON "habillages" USING btree ("collectivite_id");--> statement-breakpoint
SELECT cloisonner('habillages', 'collectivite_id');
