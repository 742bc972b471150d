CREATE TABLE "distinctions" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fiche_id" uuid NOT NULL,
	"autre_id" uuid NOT NULL,
	"auteur" text NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "distinctions_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "distinctions_ordre" CHECK ("distinctions"."fiche_id" < "distinctions"."autre_id")
);
--> statement-breakpoint
ALTER TABLE "fiches" ADD COLUMN "motif_existante" text;--> statement-breakpoint
ALTER TABLE "fiches" ADD COLUMN "thematiques" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "fiches" ADD COLUMN "types" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "fiches" ADD COLUMN "facettes" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "fiches" ADD COLUMN "mots" "tsvector" GENERATED ALWAYS AS (to_tsvector('francais', left(titre, 200))) STORED;--> statement-breakpoint
ALTER TABLE "distinctions" ADD CONSTRAINT "distinctions_fiche_fk" FOREIGN KEY ("collectivite_id","fiche_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "distinctions" ADD CONSTRAINT "distinctions_autre_fk" FOREIGN KEY ("collectivite_id","autre_id") REFERENCES "public"."fiches"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "distinctions_une_fois" ON "distinctions" USING btree ("collectivite_id","fiche_id","autre_id");--> statement-breakpoint
CREATE INDEX "distinctions_par_autre" ON "distinctions" USING btree ("collectivite_id","autre_id");--> statement-breakpoint
-- Near actions are found in this index alone: under row-level security no operator of words or lists may use a GIN index
CREATE INDEX "fiches_proches" ON "fiches" USING btree ("collectivite_id","id") INCLUDE ("mots","thematiques","facettes","ages") WHERE "supprime_le" is null and "parent_id" is null;--> statement-breakpoint
-- What is computed from the title is no change of its own
CREATE OR REPLACE FUNCTION noter_changements() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  racine text := tg_argv[0];
  neuf text := 'to_jsonb(n) - ''recherche'' - ''mots'' - ''dernier_import''';
  vieux text := 'to_jsonb(v) - ''recherche'' - ''mots'' - ''dernier_import''';
  colonnes text := 'insert into changements (collectivite_id, survenu_le, geste_id, acteur_id, acteur_nom, acte, objet_table, objet_id, racine_id, avant, apres)
    select r.collectivite_id, coalesce(nullif(current_setting(''app.maintenant'', true), '''')::timestamptz, now()),
      nullif(current_setting(''app.geste'', true), '''')::uuid,
      nullif(current_setting(''app.acteur_id'', true), '''')::uuid, coalesce(nullif(current_setting(''app.acteur_nom'', true), ''''), current_user),
      coalesce(nullif(current_setting(''app.acte'', true), ''''), ''inconnu''), $1, r.id, ';
begin
  if tg_op = 'INSERT' then
    execute colonnes || format('r.%I, null, %s from nouvelles r', racine, replace(neuf, 'n)', 'r)')) using tg_table_name;
  elsif tg_op = 'DELETE' then
    execute colonnes || format('r.%I, %s, null from anciennes r', racine, replace(vieux, 'v)', 'r)')) using tg_table_name;
  else
    execute colonnes || format('r.%I, %s, %s from nouvelles r join anciennes v on v.collectivite_id = r.collectivite_id and v.id = r.id
      where (%s) is distinct from (%s)', racine, vieux, replace(neuf, 'n)', 'r)'), vieux, replace(neuf, 'n)', 'r)')) using tg_table_name;
  end if;
  return null;
end $$;
--> statement-breakpoint
SELECT cloisonner('distinctions', 'fiche_id');
