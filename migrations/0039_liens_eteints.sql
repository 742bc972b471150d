-- a link put out before its time is told from one that is only out of date: the first opens nothing any more
DROP FUNCTION ouvrir_lien(bytea, text, timestamptz);--> statement-breakpoint
CREATE FUNCTION ouvrir_lien(p_empreinte bytea, p_finalite text, p_quand timestamptz) RETURNS TABLE (sujet_id uuid, collectivite_id uuid, perime boolean, revoque_le timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select j.sujet_id, j.collectivite_id, j.expire_le <= p_quand or j.revoque_le is not null, j.revoque_le from jetons j
  where j.empreinte = p_empreinte and j.finalite = p_finalite and j.collectivite_id is not null
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION ouvrir_lien(bytea, text, timestamptz) FROM public;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION ouvrir_lien(bytea, text, timestamptz) TO tisserand_app;
