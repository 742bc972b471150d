-- Who acts, on which territory: settings of the transaction, empty text after a commit (not null)
CREATE FUNCTION collectivite_courante() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ select nullif(current_setting('app.collectivite', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION compte_courant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ select nullif(current_setting('app.compte', true), '')::uuid $$;
--> statement-breakpoint
-- One row of `changements` for each row touched, written once a statement: nobody can forget it
CREATE FUNCTION noter_changements() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  racine text := tg_argv[0];
  neuf text := 'to_jsonb(n) - ''recherche'' - ''dernier_import''';
  vieux text := 'to_jsonb(v) - ''recherche'' - ''dernier_import''';
  colonnes text := 'insert into changements (collectivite_id, survenu_le, acteur_id, acteur_nom, acte, objet_table, objet_id, racine_id, avant, apres)
    select r.collectivite_id, coalesce(nullif(current_setting(''app.maintenant'', true), '''')::timestamptz, now()),
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
-- Makes a table a territory's: rows of the current tenant only, forced on the owner too; history on every change.
-- `racine` is the column that names the object to whose history a row belongs. Every later table is passed to it.
CREATE FUNCTION cloisonner(cible regclass, racine text) RETURNS void LANGUAGE plpgsql AS $$
begin
  execute format('alter table %s enable row level security', cible);
  execute format('alter table %s force row level security', cible);
  execute format('create policy cloison on %s to public using (collectivite_id = collectivite_courante()) with check (collectivite_id = collectivite_courante())', cible);
  execute format('grant select, insert, update, delete on %s to tisserand_app', cible);
  if racine <> '' then
    execute format('create trigger noter_ajouts after insert on %s referencing new table as nouvelles for each statement execute function noter_changements(%L)', cible, racine);
    execute format('create trigger noter_retouches after update on %s referencing old table as anciennes new table as nouvelles for each statement execute function noter_changements(%L)', cible, racine);
    execute format('create trigger noter_retraits after delete on %s referencing old table as anciennes for each statement execute function noter_changements(%L)', cible, racine);
  end if;
end $$;
--> statement-breakpoint
SELECT cloisonner('collectivites_communes', 'id'), cloisonner('quartiers', 'id'), cloisonner('adhesions', 'id'),
  cloisonner('structures', 'id'), cloisonner('personnes', 'id'), cloisonner('fonctions', 'personne_id'),
  cloisonner('contrats', 'id'), cloisonner('signataires', 'contrat_id'), cloisonner('conventions', 'contrat_id'), cloisonner('axes', 'contrat_id'),
  cloisonner('fiches', 'id'), cloisonner('places', 'fiche_id'), cloisonner('objectifs', 'fiche_id'), cloisonner('intervenants', 'fiche_id'),
  cloisonner('fiches_quartiers', 'fiche_id'), cloisonner('etapes', 'fiche_id'), cloisonner('financements', 'fiche_id'),
  cloisonner('indicateurs', 'fiche_id'), cloisonner('indicateurs_valeurs', 'fiche_id'), cloisonner('reponses', 'fiche_id'),
  cloisonner('changements', '');
--> statement-breakpoint
REVOKE UPDATE, DELETE ON changements FROM tisserand_app;
--> statement-breakpoint
-- a person reads her own memberships, on every territory
CREATE POLICY les_miennes ON adhesions FOR SELECT TO public USING (compte_id = compte_courant());
--> statement-breakpoint
ALTER TABLE annonces ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE annonces FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY cloison ON annonces TO public USING (collectivite_id is not distinct from collectivite_courante()) WITH CHECK (collectivite_id is not distinct from collectivite_courante());
--> statement-breakpoint
GRANT SELECT, INSERT ON annonces TO tisserand_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON collectivites, comptes TO tisserand_app;
--> statement-breakpoint
GRANT SELECT ON communes, intercommunalites TO tisserand_app;
--> statement-breakpoint
GRANT INSERT ON jetons TO tisserand_app;
--> statement-breakpoint
-- Tokens are found by their hash, through these functions and no other way
CREATE FUNCTION trouver_jeton(p_empreinte bytea, p_finalite text, p_quand timestamptz) RETURNS TABLE (sujet_id uuid, collectivite_id uuid, expire_le timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select j.sujet_id, j.collectivite_id, j.expire_le from jetons j
  where j.empreinte = p_empreinte and j.finalite = p_finalite and j.revoque_le is null and j.expire_le > p_quand
$$;
--> statement-breakpoint
CREATE FUNCTION revoquer_jeton(p_empreinte bytea, p_quand timestamptz) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with fait as (update jetons set revoque_le = p_quand where empreinte = p_empreinte and revoque_le is null returning 1) select exists (select 1 from fait)
$$;
--> statement-breakpoint
CREATE FUNCTION revoquer_jetons_du_sujet(p_sujet uuid, p_finalite text, p_quand timestamptz) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  with fait as (update jetons set revoque_le = p_quand where sujet_id = p_sujet and finalite = p_finalite and revoque_le is null returning 1) select count(*)::integer from fait
$$;
--> statement-breakpoint
-- A page asks once: who holds this session, and what is she on the territory that the address names?
CREATE FUNCTION ouvrir_page(p_empreinte bytea, p_slug text, p_quand timestamptz)
RETURNS TABLE (compte_id uuid, courriel text, nom text, administrateur boolean, collectivite_id uuid, territoire text, role text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
declare qui uuid;
begin
  select t.sujet_id into qui from trouver_jeton(p_empreinte, 'session', p_quand) t;
  if qui is null then return; end if;
  -- the owner is under row-level security too: she reads her own memberships, then the setting is given back
  perform set_config('app.compte', qui::text, true);
  return query select c.id, c.courriel, c.nom, c.administrateur, l.id, l.nom, a.role
    from comptes c
    left join collectivites l on l.slug = p_slug
    left join adhesions a on a.collectivite_id = l.id and a.compte_id = c.id and a.supprime_le is null
    where c.id = qui;
  perform set_config('app.compte', '', true);
end $$;
--> statement-breakpoint
DO $$ declare nom text; begin
  foreach nom in array array['trouver_jeton(bytea, text, timestamptz)', 'revoquer_jeton(bytea, timestamptz)', 'revoquer_jetons_du_sujet(uuid, text, timestamptz)', 'ouvrir_page(bytea, text, timestamptz)'] loop
    execute format('revoke all on function %s from public', nom);
    execute format('grant execute on function %s to tisserand_app', nom);
  end loop;
end $$;
