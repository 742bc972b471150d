CREATE TABLE "supports" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seance_id" uuid NOT NULL,
	"intitule" text NOT NULL,
	"adresse" text,
	"nom_fichier" text,
	"genre" text,
	"taille" integer,
	"empreinte" text,
	"jeu" text,
	"texte_alternatif" text,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "supports_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "supports_fichier_ou_adresse" CHECK (num_nonnulls("supports"."adresse", "supports"."empreinte") = 1 and num_nonnulls("supports"."nom_fichier", "supports"."genre", "supports"."taille", "supports"."empreinte") in (0, 4))
);
--> statement-breakpoint
ALTER TABLE "supports" ADD CONSTRAINT "supports_seance_fk" FOREIGN KEY ("collectivite_id","seance_id") REFERENCES "public"."seances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "supports_par_seance" ON "supports" USING btree ("collectivite_id","seance_id");--> statement-breakpoint
SELECT cloisonner('supports', 'seance_id');
