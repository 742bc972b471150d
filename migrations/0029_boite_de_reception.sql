CREATE TABLE "boites" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"adresse" text NOT NULL,
	"hote" text NOT NULL,
	"port" integer NOT NULL,
	"chiffrement" text NOT NULL,
	"compte" text NOT NULL,
	"mot_de_passe" text NOT NULL,
	"dossier" text NOT NULL,
	"uid_validite" text NOT NULL,
	"dernier_uid" bigint NOT NULL,
	"reglee_par" text NOT NULL,
	"reglee_le" timestamp with time zone NOT NULL,
	"relevee_le" timestamp with time zone NOT NULL,
	"faute" text,
	CONSTRAINT "boites_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "boites_chiffrement" CHECK ("boites"."chiffrement" in ('tls', 'starttls', 'aucun')),
	CONSTRAINT "boites_port" CHECK ("boites"."port" between 1 and 65535)
);
--> statement-breakpoint
CREATE TABLE "courriers" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"identifiant" text NOT NULL,
	"raison" text NOT NULL,
	"objet_id" uuid,
	"nom" text,
	"courriel" text,
	"sujet" text NOT NULL,
	"reponse" text,
	"remplacant" text,
	"recu_le" timestamp with time zone NOT NULL,
	CONSTRAINT "courriers_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "courriers_raison" CHECK ("courriers"."raison" in ('adresse_inconnue', 'autre_expediteur', 'date_depassee', 'peut_etre', 'trop_tard', 'reponse_ecrite', 'retour_inconnu'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "boites_une_par_territoire" ON "boites" USING btree ("collectivite_id");--> statement-breakpoint
CREATE UNIQUE INDEX "courriers_une_fois" ON "courriers" USING btree ("collectivite_id","identifiant");--> statement-breakpoint
CREATE INDEX "courriers_par_objet" ON "courriers" USING btree ("collectivite_id","objet_id");--> statement-breakpoint
CREATE INDEX "courriers_par_date" ON "courriers" USING btree ("collectivite_id","recu_le");--> statement-breakpoint
CREATE INDEX "envois_demandes" ON "envois" USING btree ("collectivite_id","cree_le","personne_id","structure_id") WHERE "envois"."nature" in ('invitation', 'rappel', 'nouvelles');--> statement-breakpoint
SELECT cloisonner('boites', ''), cloisonner('courriers', '');--> statement-breakpoint
-- the territories that have a mailbox to read: a scope is needed to read more
CREATE FUNCTION boites_a_relever() RETURNS TABLE (collectivite_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
declare lieu uuid;
begin
  for lieu in select id from collectivites loop
    perform set_config('app.collectivite', lieu::text, true);
    if exists (select 1 from boites b where b.collectivite_id = lieu) then
      collectivite_id := lieu;
      return next;
    end if;
  end loop;
  perform set_config('app.collectivite', '', true);
end $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION boites_a_relever() FROM public;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION boites_a_relever() TO tisserand_app;
