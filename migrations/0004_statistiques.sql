-- The application may not analyse tables it does not own; after a large import it asks its owner to
CREATE FUNCTION rafraichir_statistiques() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
begin
  analyze fiches, places, axes, objectifs, intervenants, etapes, financements, indicateurs, indicateurs_valeurs, reponses, fiches_quartiers, structures, personnes;
end $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION rafraichir_statistiques() FROM public;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION rafraichir_statistiques() TO tisserand_app;
