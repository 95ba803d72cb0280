CREATE TABLE "ledger_balances" (
	"account_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"balance_minor" bigint NOT NULL,
	CONSTRAINT "ledger_balances_account_id_until_pk" PRIMARY KEY("account_id","until")
);
--> statement-breakpoint
ALTER TABLE "ledger_balances" ADD CONSTRAINT "ledger_balances_account_id_ledger_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."ledger_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_balances_until_index" ON "ledger_balances" USING btree ("until");--> statement-breakpoint
CREATE INDEX "ledger_postings_in_time" ON "ledger_postings" USING brin ("posted_at");