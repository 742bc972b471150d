CREATE TABLE "volontaires" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"personne_id" uuid NOT NULL,
	"quartier_id" uuid,
	"pour" text[] NOT NULL,
	"accord_le" text NOT NULL,
	"jusqu_au" text NOT NULL,
	"accord_retire_le" text,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	"supprime_le" timestamp with time zone,
	CONSTRAINT "volontaires_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "volontaires_jusqu_au" CHECK ("volontaires"."jusqu_au" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
);
--> statement-breakpoint
ALTER TABLE "volontaires" ADD CONSTRAINT "volontaires_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volontaires" ADD CONSTRAINT "volontaires_quartier_fk" FOREIGN KEY ("collectivite_id","quartier_id") REFERENCES "public"."quartiers"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "volontaires_par_personne" ON "volontaires" USING btree ("collectivite_id","personne_id");--> statement-breakpoint
CREATE UNIQUE INDEX "volontaires_un_par_personne" ON "volontaires" USING btree ("collectivite_id","personne_id") WHERE "volontaires"."supprime_le" is null;--> statement-breakpoint
SELECT cloisonner('volontaires', 'personne_id');
--> statement-breakpoint
-- who is to be erased that day, and whose agreement is over
CREATE OR REPLACE FUNCTION effacements_dus(p_jour text) RETURNS TABLE (collectivite_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
declare lieu uuid;
begin
  for lieu in select id from collectivites loop
    perform set_config('app.collectivite', lieu::text, true);
    if exists (select 1 from effacements e where e.collectivite_id = lieu and e.fait_le is null and e.prevu_le <= p_jour)
      or exists (select 1 from volontaires v where v.collectivite_id = lieu and v.supprime_le is null and v.accord_retire_le is null and v.jusqu_au < p_jour) then
      collectivite_id := lieu;
      return next;
    end if;
  end loop;
  perform set_config('app.collectivite', '', true);
end $$;
