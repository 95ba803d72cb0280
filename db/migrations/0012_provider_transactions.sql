CREATE TABLE "provider_syncs" (
	"name" text PRIMARY KEY NOT NULL,
	"synced_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_transactions" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"currency" char(3) NOT NULL,
	"amount_minor" bigint NOT NULL,
	"fee_minor" bigint NOT NULL,
	"source_id" text,
	"reference" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "provider_transactions_reference_index" ON "provider_transactions" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "provider_transactions_created_at_index" ON "provider_transactions" USING btree ("created_at");