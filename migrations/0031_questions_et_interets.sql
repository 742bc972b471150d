CREATE TABLE "questionnaires" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ferme_le" text NOT NULL,
	"arrete_le" timestamp with time zone,
	"cle_reponse" text NOT NULL,
	"exemple" boolean DEFAULT false NOT NULL,
	"cree_le" timestamp with time zone NOT NULL,
	CONSTRAINT "questionnaires_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "questionnaires_ferme_le" CHECK ("questionnaires"."ferme_le" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"questionnaire_id" uuid NOT NULL,
	"rang" integer NOT NULL,
	"genre" text NOT NULL,
	"intitule" text NOT NULL,
	"choix" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "questions_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "questions_genre" CHECK ("questions"."genre" in ('echelle', 'texte', 'choix'))
);
--> statement-breakpoint
CREATE TABLE "recueils" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"questionnaire_id" uuid NOT NULL,
	"nombre" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "recueils_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "reponses_anonymes" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"questionnaire_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"choix" integer,
	"texte" text,
	CONSTRAINT "reponses_anonymes_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "reponses_anonymes_une_chose" CHECK (num_nonnulls("reponses_anonymes"."choix", "reponses_anonymes"."texte") = 1)
);
--> statement-breakpoint
CREATE TABLE "attentes" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seance_id" uuid NOT NULL,
	"source" text NOT NULL,
	"texte" text NOT NULL,
	"reponse_id" uuid,
	"question_id" uuid,
	"choix" integer,
	"conclusion_id" uuid,
	"ecartee_le" timestamp with time zone,
	"cree_le" timestamp with time zone NOT NULL,
	CONSTRAINT "attentes_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id"),
	CONSTRAINT "attentes_source" CHECK ("attentes"."source" in ('reponse', 'choix', 'besoin'))
);
--> statement-breakpoint
CREATE TABLE "interrogations" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seance_id" uuid NOT NULL,
	"questionnaire_id" uuid NOT NULL,
	CONSTRAINT "interrogations_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
CREATE TABLE "interets" (
	"collectivite_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"personne_id" uuid NOT NULL,
	"instance_id" uuid NOT NULL,
	CONSTRAINT "interets_collectivite_id_id_pk" PRIMARY KEY("collectivite_id","id")
);
--> statement-breakpoint
ALTER TABLE "jetons" DROP CONSTRAINT "jetons_finalite";--> statement-breakpoint
ALTER TABLE "points" ADD COLUMN "attente_id" uuid;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_questionnaire_fk" FOREIGN KEY ("collectivite_id","questionnaire_id") REFERENCES "public"."questionnaires"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recueils" ADD CONSTRAINT "recueils_questionnaire_fk" FOREIGN KEY ("collectivite_id","questionnaire_id") REFERENCES "public"."questionnaires"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reponses_anonymes" ADD CONSTRAINT "reponses_anonymes_questionnaire_fk" FOREIGN KEY ("collectivite_id","questionnaire_id") REFERENCES "public"."questionnaires"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reponses_anonymes" ADD CONSTRAINT "reponses_anonymes_question_fk" FOREIGN KEY ("collectivite_id","question_id") REFERENCES "public"."questions"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attentes" ADD CONSTRAINT "attentes_seance_fk" FOREIGN KEY ("collectivite_id","seance_id") REFERENCES "public"."seances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attentes" ADD CONSTRAINT "attentes_reponse_fk" FOREIGN KEY ("collectivite_id","reponse_id") REFERENCES "public"."reponses_anonymes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attentes" ADD CONSTRAINT "attentes_question_fk" FOREIGN KEY ("collectivite_id","question_id") REFERENCES "public"."questions"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attentes" ADD CONSTRAINT "attentes_conclusion_fk" FOREIGN KEY ("collectivite_id","conclusion_id") REFERENCES "public"."conclusions"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interrogations" ADD CONSTRAINT "interrogations_seance_fk" FOREIGN KEY ("collectivite_id","seance_id") REFERENCES "public"."seances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interrogations" ADD CONSTRAINT "interrogations_questionnaire_fk" FOREIGN KEY ("collectivite_id","questionnaire_id") REFERENCES "public"."questionnaires"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interets" ADD CONSTRAINT "interets_personne_fk" FOREIGN KEY ("collectivite_id","personne_id") REFERENCES "public"."personnes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interets" ADD CONSTRAINT "interets_instance_fk" FOREIGN KEY ("collectivite_id","instance_id") REFERENCES "public"."instances"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "questions_un_rang" ON "questions" USING btree ("collectivite_id","questionnaire_id","rang");--> statement-breakpoint
CREATE UNIQUE INDEX "recueils_un_par_questionnaire" ON "recueils" USING btree ("collectivite_id","questionnaire_id");--> statement-breakpoint
CREATE INDEX "reponses_anonymes_par_questionnaire" ON "reponses_anonymes" USING btree ("collectivite_id","questionnaire_id");--> statement-breakpoint
CREATE INDEX "attentes_par_seance" ON "attentes" USING btree ("collectivite_id","seance_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attentes_une_par_reponse" ON "attentes" USING btree ("collectivite_id","reponse_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attentes_une_par_choix" ON "attentes" USING btree ("collectivite_id","question_id","choix");--> statement-breakpoint
CREATE UNIQUE INDEX "attentes_une_par_conclusion" ON "attentes" USING btree ("collectivite_id","conclusion_id");--> statement-breakpoint
CREATE UNIQUE INDEX "interrogations_une_par_seance" ON "interrogations" USING btree ("collectivite_id","seance_id");--> statement-breakpoint
CREATE UNIQUE INDEX "interrogations_une_par_questionnaire" ON "interrogations" USING btree ("collectivite_id","questionnaire_id");--> statement-breakpoint
CREATE UNIQUE INDEX "interets_un_par_personne" ON "interets" USING btree ("collectivite_id","personne_id","instance_id");--> statement-breakpoint
CREATE INDEX "interets_par_instance" ON "interets" USING btree ("collectivite_id","instance_id");--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_attente_fk" FOREIGN KEY ("collectivite_id","attente_id") REFERENCES "public"."attentes"("collectivite_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "points_un_par_attente" ON "points" USING btree ("collectivite_id","attente_id");--> statement-breakpoint
ALTER TABLE "jetons" ADD CONSTRAINT "jetons_finalite" CHECK ("jetons"."finalite" in ('session', 'connexion', 'invitation', 'emargement', 'compte_rendu', 'taches', 'nouvelles', 'agenda', 'questionnaire'));--> statement-breakpoint
SELECT cloisonner('questionnaires', 'id'), cloisonner('questions', 'questionnaire_id'), cloisonner('interrogations', 'seance_id'),
  cloisonner('attentes', 'seance_id'), cloisonner('interets', 'personne_id'), cloisonner('reponses_anonymes', ''), cloisonner('recueils', '');
