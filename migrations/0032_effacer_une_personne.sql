CREATE TABLE "effacements" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"personne_id" uuid NOT NULL,
	"motif" text NOT NULL,
	"demande_le" timestamp with time zone NOT NULL,
	"prevu_le" text NOT NULL,
	"fait_le" timestamp with time zone,
	CONSTRAINT "effacements_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "effacements_motif" CHECK ("effacements"."motif" in ('demande', 'sans_contact', 'accord_fini'))
);
--> statement-breakpoint
ALTER TABLE "personnes" ADD COLUMN "revue_le" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "effacements" ADD CONSTRAINT "effacements_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "effacements_un_par_personne" ON "effacements" USING btree ("collectivite_id","personne_id");--> statement-breakpoint
SELECT cloisonner('effacements', 'personne_id');
--> statement-breakpoint
-- words of a person as the history keeps them, without them: her name gives way to the one that stands for it, the rest to nothing
CREATE FUNCTION sans_les_mots(p_ligne jsonb, p_mots text[], p_nom text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  select case when p_ligne is null then null else coalesce((select jsonb_object_agg(e.cle,
    case when jsonb_typeof(e.valeur) <> 'string' or lower(e.valeur #>> '{}') <> all(p_mots) then e.valeur
      when e.cle in ('courriel', 'telephone') then 'null'::jsonb else to_jsonb(p_nom) end)
    from jsonb_each(p_ligne) e(cle, valeur)), '{}'::jsonb) end
$$;
--> statement-breakpoint
-- The only way by which the history of a territory is ever changed: for people whose erasure is said to be done, and nobody else.
-- A row about another person of the directory is left as it is, were she to bear the same name.
CREATE FUNCTION effacer_de_l_historique(p_personnes uuid[], p_mots text[], p_nom text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
declare ici uuid := collectivite_courante(); combien integer;
begin
  if exists (select 1 from unnest(p_personnes) p(id) where not exists (
      select 1 from effacements e where e.collectivite_id = ici and e.fait_le is not null and (e.personne_id = p.id or exists (
        select 1 from paires_personnes r where r.collectivite_id = ici and r.verdict = 'reunies' and r.un_id = e.personne_id and r.autre_id = p.id)))) then
    raise exception 'the history is changed for people whose erasure is done, and nobody else';
  end if;
  update changements c set avant = sans_les_mots(c.avant, p_mots, p_nom), apres = sans_les_mots(c.apres, p_mots, p_nom),
    acteur_nom = case when lower(c.acteur_nom) = any(p_mots) then p_nom else c.acteur_nom end
  where c.collectivite_id = ici and not (c.objet_table = 'personnes' and c.objet_id <> all(p_personnes))
    and (lower(c.acteur_nom) = any(p_mots)
      or exists (select 1 from jsonb_each_text(coalesce(c.avant, '{}'::jsonb)) e where lower(e.value) = any(p_mots))
      or exists (select 1 from jsonb_each_text(coalesce(c.apres, '{}'::jsonb)) e where lower(e.value) = any(p_mots)));
  get diagnostics combien = row_count;
  return combien;
end $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION effacer_de_l_historique(uuid[], text[], text) FROM public;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION effacer_de_l_historique(uuid[], text[], text) TO tisserand_app;
--> statement-breakpoint
-- the territories where someone is to be erased that day, for the process that does it
CREATE FUNCTION effacements_dus(p_jour text) RETURNS TABLE (collectivite_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
declare lieu uuid;
begin
  for lieu in select id from collectivites loop
    perform set_config('app.collectivite', lieu::text, true);
    if exists (select 1 from effacements e where e.collectivite_id = lieu and e.fait_le is null and e.prevu_le <= p_jour) then
      collectivite_id := lieu;
      return next;
    end if;
  end loop;
  perform set_config('app.collectivite', '', true);
end $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION effacements_dus(text) FROM public;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION effacements_dus(text) TO tisserand_app;
