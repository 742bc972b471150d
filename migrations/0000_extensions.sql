CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
-- French words without their accents: « santé » and « sante » are one word
CREATE TEXT SEARCH CONFIGURATION francais (COPY = french);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION francais ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;
--> statement-breakpoint
-- array_to_string is only stable, and a generated column wants an immutable expression
CREATE FUNCTION en_texte(mots text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ select coalesce(array_to_string(mots, ' '), '') $$;
