-- An import of contacts fills the functions too: without their statistics, the directory read a thousand rows for each of a thousand
CREATE OR REPLACE FUNCTION rafraichir_statistiques() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
begin
  analyze fiches, places, axes, objectifs, intervenants, etapes, financements, indicateurs, indicateurs_valeurs, reponses, fiches_quartiers, structures, personnes, fonctions;
end $$;
