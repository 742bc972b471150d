CREATE TABLE "invitations" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seance_id" uuid NOT NULL,
	"personne_id" uuid,
	"structure_id" uuid,
	"courriel" text NOT NULL,
	"reponse" text,
	"remplacant" text,
	"repondu_le" timestamp with time zone,
	"prevenu_le" timestamp with time zone,
	"cree_le" timestamp with time zone NOT NULL,
	CONSTRAINT "invitations_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "invitations_reponse" CHECK ("invitations"."reponse" in ('vient', 'remplace', 'absent', 'lit')),
	CONSTRAINT "invitations_a_qui" CHECK (num_nonnulls("invitations"."personne_id", "invitations"."structure_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "envois" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"nature" text NOT NULL,
	"objet_id" uuid NOT NULL,
	"personne_id" uuid,
	"structure_id" uuid,
	"courriel" text NOT NULL,
	"etat" text DEFAULT 'pret' NOT NULL,
	"motif" text,
	"cree_le" timestamp with time zone NOT NULL,
	"remis_le" timestamp with time zone,
	CONSTRAINT "envois_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "envois_nature" CHECK ("envois"."nature" in ('invitation', 'rappel', 'mise_a_jour', 'annulation', 'place')),
	CONSTRAINT "envois_etat" CHECK ("envois"."etat" in ('pret', 'en_vol', 'parti', 'refuse', 'doute')),
	CONSTRAINT "envois_a_qui" CHECK (num_nonnulls("envois"."personne_id", "envois"."structure_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "jetons" DROP CONSTRAINT "jetons_finalite";--> statement-breakpoint
ALTER TABLE "seances" ADD COLUMN "convoquee_le" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "seances" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "personnes" ADD COLUMN "courriels" text DEFAULT 'tous' NOT NULL;--> statement-breakpoint
ALTER TABLE "personnes" ADD COLUMN "courriels_le" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "structures" ADD COLUMN "courriels" text DEFAULT 'tous' NOT NULL;--> statement-breakpoint
ALTER TABLE "structures" ADD COLUMN "courriels_le" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_seance_fk" FOREIGN KEY ("collectivite_id","seance_id") REFERENCES "public"."seances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "envois" ADD CONSTRAINT "envois_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "envois" ADD CONSTRAINT "envois_structure_fk" FOREIGN KEY ("collectivite_id","structure_id") REFERENCES "public"."structures"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_une_par_personne" ON "invitations" USING btree ("collectivite_id","seance_id","personne_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_une_par_structure" ON "invitations" USING btree ("collectivite_id","seance_id","structure_id");--> statement-breakpoint
CREATE INDEX "invitations_par_personne" ON "invitations" USING btree ("collectivite_id","personne_id");--> statement-breakpoint
CREATE INDEX "invitations_par_structure" ON "invitations" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
CREATE INDEX "envois_par_objet" ON "envois" USING btree ("collectivite_id","objet_id");--> statement-breakpoint
CREATE INDEX "envois_par_personne" ON "envois" USING btree ("collectivite_id","personne_id","cree_le");--> statement-breakpoint
CREATE INDEX "envois_par_structure" ON "envois" USING btree ("collectivite_id","structure_id");--> statement-breakpoint
CREATE INDEX "envois_a_faire" ON "envois" USING btree ("collectivite_id","id") WHERE "envois"."etat" in ('pret', 'en_vol');--> statement-breakpoint
ALTER TABLE "jetons" ADD CONSTRAINT "jetons_finalite" CHECK ("jetons"."finalite" in ('session', 'connexion', 'invitation'));--> statement-breakpoint
ALTER TABLE "personnes" ADD CONSTRAINT "personnes_courriels" CHECK ("personnes"."courriels" in ('tous', 'lecture', 'aucun'));--> statement-breakpoint
ALTER TABLE "structures" ADD CONSTRAINT "structures_courriels" CHECK ("structures"."courriels" in ('tous', 'lecture', 'aucun'));--> statement-breakpoint
SELECT cloisonner('envois', ''), cloisonner('invitations', 'seance_id');--> statement-breakpoint
-- the link of a partner: what it is about and where, and whether it is out of date; nothing else is told of a token
CREATE FUNCTION ouvrir_lien(p_empreinte bytea, p_finalite text, p_quand timestamptz) RETURNS TABLE (sujet_id uuid, collectivite_id uuid, perime boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  select j.sujet_id, j.collectivite_id, j.expire_le <= p_quand or j.revoque_le is not null from jetons j
  where j.empreinte = p_empreinte and j.finalite = p_finalite and j.collectivite_id is not null
$$;--> statement-breakpoint
-- the territories where letters wait, for a process that begins: a scope is needed to read more
CREATE FUNCTION envois_en_attente() RETURNS TABLE (collectivite_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
declare lieu uuid;
begin
  for lieu in select id from collectivites loop
    perform set_config('app.collectivite', lieu::text, true);
    if exists (select 1 from envois e where e.collectivite_id = lieu and e.etat in ('pret', 'en_vol')) then
      collectivite_id := lieu;
      return next;
    end if;
  end loop;
  perform set_config('app.collectivite', '', true);
end $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION ouvrir_lien(bytea, text, timestamptz), envois_en_attente() FROM public;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION ouvrir_lien(bytea, text, timestamptz), envois_en_attente() TO tisserand_app;
