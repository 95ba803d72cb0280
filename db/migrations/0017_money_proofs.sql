CREATE TABLE "money_proofs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"broken" integer NOT NULL,
	"findings" jsonb NOT NULL,
	"trial_balance" jsonb NOT NULL,
	"comparison" jsonb NOT NULL
);
--> statement-breakpoint
CREATE INDEX "money_proofs_proved_at_index" ON "money_proofs" USING btree ("proved_at" DESC NULLS LAST);