ALTER TABLE "changements" ADD COLUMN "geste_id" uuid;--> statement-breakpoint
CREATE INDEX "changements_par_geste" ON "changements" USING btree ("collectivite_id","geste_id");--> statement-breakpoint
-- The same as before, and the id of the act: every row of one act can be found, and put back as it was
CREATE OR REPLACE FUNCTION noter_changements() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  racine text := tg_argv[0];
  neuf text := 'to_jsonb(n) - ''recherche'' - ''dernier_import''';
  vieux text := 'to_jsonb(v) - ''recherche'' - ''dernier_import''';
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
-- For each row that one act touched: what the act left (`laisse`), and what its last change left (`present`)
CREATE FUNCTION lignes_du_geste(p_geste uuid) RETURNS TABLE (objet_table text, objet_id uuid, racine_id uuid, laisse jsonb, present jsonb)
LANGUAGE sql STABLE AS $$
  select g.objet_table, g.objet_id, g.racine_id, g.apres, d.apres
  from (
    select distinct on (c.objet_table, c.objet_id) c.objet_table, c.objet_id, c.racine_id, c.apres
    from changements c where c.collectivite_id = collectivite_courante() and c.geste_id = p_geste
    order by c.objet_table, c.objet_id, c.id desc
  ) g cross join lateral (
    select c.apres from changements c
    where c.collectivite_id = collectivite_courante() and c.racine_id = g.racine_id and c.objet_table = g.objet_table and c.objet_id = g.objet_id
    order by c.id desc limit 1
  ) d
$$;
--> statement-breakpoint
-- Puts every row that one act touched back as it was, the last first; runs of rows of one table and one kind go together.
-- Rows that came are deleted, rows that went come back, columns that changed take their old value. References are checked by their keys.
CREATE FUNCTION annuler_geste(p_geste uuid) RETURNS void LANGUAGE plpgsql AS $$
declare
  ici uuid := collectivite_courante();
  suite record;
  colonnes text;
begin
  for suite in
    select objet_table, sorte, min(id) as de, max(id) as a from (
      select id, objet_table, sorte, row_number() over (order by id) - row_number() over (partition by objet_table, sorte order by id) as ile
      from (select id, objet_table, case when avant is null then 'ajout' when apres is null then 'retrait' else 'retouche' end as sorte
        from changements where collectivite_id = ici and geste_id = p_geste) lignes
    ) iles group by objet_table, sorte, ile order by max(id) desc
  loop
    if suite.sorte = 'ajout' then
      execute format('delete from %1$I t using changements c where c.collectivite_id = $1 and c.geste_id = $2 and c.id between $3 and $4
        and t.collectivite_id = $1 and t.id = c.objet_id', suite.objet_table) using ici, p_geste, suite.de, suite.a;
      continue;
    end if;
    -- a column that the table no longer has, or that it computes, is left alone
    select string_agg(distinct quote_ident(k), ', ') into colonnes
    from changements c cross join lateral jsonb_object_keys(c.avant) k
      join pg_attribute p on p.attrelid = suite.objet_table::regclass and p.attname = k and p.attnum > 0 and not p.attisdropped and p.attgenerated = ''
    where c.collectivite_id = ici and c.geste_id = p_geste and c.id between suite.de and suite.a
      and (suite.sorte = 'retrait' or c.avant -> k is distinct from c.apres -> k);
    continue when colonnes is null;
    if suite.sorte = 'retrait' then
      execute format('insert into %1$I (%2$s) select %2$s from jsonb_populate_recordset(null::%1$I, (
        select jsonb_agg(c.avant order by c.id) from changements c
        where c.collectivite_id = $1 and c.geste_id = $2 and c.id between $3 and $4))', suite.objet_table, colonnes) using ici, p_geste, suite.de, suite.a;
    else
      execute format('update %1$I t set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$I, v.avant))
        from (select distinct on (objet_id) objet_id, avant from changements where collectivite_id = $1 and geste_id = $2 and id between $3 and $4
          order by objet_id, id) v
        where t.collectivite_id = $1 and t.id = v.objet_id', suite.objet_table, colonnes) using ici, p_geste, suite.de, suite.a;
    end if;
  end loop;
end $$;
