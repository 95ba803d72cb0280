CREATE TYPE "public"."hold_rule" AS ENUM('operator', 'difference', 'dispute', 'return');--> statement-breakpoint
CREATE TYPE "public"."payout_status" AS ENUM('requested', 'transferred', 'paid', 'bounced', 'failed');--> statement-breakpoint
CREATE TYPE "public"."reversal_status" AS ENUM('requested', 'succeeded');--> statement-breakpoint
ALTER TYPE "public"."ledger_account_kind" ADD VALUE 'seller_paying_out' BEFORE 'buyer_refunds';--> statement-breakpoint
CREATE TABLE "payout_holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"currency" char(3) NOT NULL,
	"amount_minor" bigint,
	"rule" "hold_rule" NOT NULL,
	"reason" text NOT NULL,
	"placed_by" text NOT NULL,
	"placed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"release_at" timestamp with time zone,
	"released_at" timestamp with time zone,
	CONSTRAINT "payout_holds_amount" CHECK ("payout_holds"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "payout_postings" (
	"posting_id" uuid PRIMARY KEY NOT NULL,
	"payout_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payout_terms" (
	"seller_id" uuid PRIMARY KEY NOT NULL,
	"release_days" smallint NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payout_terms_release_days" CHECK ("payout_terms"."release_days" between 0 and 90)
);
--> statement-breakpoint
CREATE TABLE "payouts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"status" "payout_status" DEFAULT 'requested' NOT NULL,
	"currency" char(3) NOT NULL,
	"amount_minor" bigint NOT NULL,
	"reversed_minor" bigint DEFAULT 0 NOT NULL,
	"transfer_attempts" integer DEFAULT 0 NOT NULL,
	"transfer_id" text,
	"bank_payout_id" text,
	"bank_attempts" integer DEFAULT 0 NOT NULL,
	"failure_code" text,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"transferred_at" timestamp with time zone,
	"paid_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payouts_transferId_unique" UNIQUE("transfer_id"),
	CONSTRAINT "payouts_bankPayoutId_unique" UNIQUE("bank_payout_id"),
	CONSTRAINT "payouts_amount" CHECK ("payouts"."amount_minor" > 0),
	CONSTRAINT "payouts_reversed" CHECK ("payouts"."reversed_minor" between 0 and "payouts"."amount_minor")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"seller_order_id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"seller_id" uuid NOT NULL,
	"currency" char(3) NOT NULL,
	"release_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	"times" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seller_accounts" (
	"seller_id" uuid PRIMARY KEY NOT NULL,
	"provider_account_id" text NOT NULL,
	"details_submitted" boolean DEFAULT false NOT NULL,
	"payouts_enabled" boolean DEFAULT false NOT NULL,
	"missing" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seller_accounts_providerAccountId_unique" UNIQUE("provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "transfer_reversals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"payout_id" uuid NOT NULL,
	"status" "reversal_status" DEFAULT 'requested' NOT NULL,
	"amount_minor" bigint NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"provider_reversal_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "transfer_reversals_providerReversalId_unique" UNIQUE("provider_reversal_id"),
	CONSTRAINT "transfer_reversals_amount" CHECK ("transfer_reversals"."amount_minor" > 0)
);
--> statement-breakpoint
ALTER TABLE "payout_holds" ADD CONSTRAINT "payout_holds_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_postings" ADD CONSTRAINT "payout_postings_posting_id_ledger_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."ledger_postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_postings" ADD CONSTRAINT "payout_postings_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_terms" ADD CONSTRAINT "payout_terms_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_seller_order_id_seller_orders_id_fk" FOREIGN KEY ("seller_order_id") REFERENCES "public"."seller_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seller_accounts" ADD CONSTRAINT "seller_accounts_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_reversals" ADD CONSTRAINT "transfer_reversals_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payout_holds_live" ON "payout_holds" USING btree ("seller_id") WHERE "payout_holds"."released_at" is null;--> statement-breakpoint
CREATE INDEX "payout_holds_ending" ON "payout_holds" USING btree ("release_at") WHERE "payout_holds"."released_at" is null;--> statement-breakpoint
CREATE INDEX "payout_postings_payout_id_index" ON "payout_postings" USING btree ("payout_id");--> statement-breakpoint
CREATE INDEX "payouts_seller_id_requested_at_index" ON "payouts" USING btree ("seller_id","requested_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "payouts_unsettled" ON "payouts" USING btree ("updated_at") WHERE "payouts"."status" in ('requested', 'transferred');--> statement-breakpoint
CREATE INDEX "releases_due" ON "releases" USING btree ("release_at") WHERE "releases"."released_at" is null;--> statement-breakpoint
CREATE INDEX "releases_of_seller" ON "releases" USING btree ("seller_id","release_at") WHERE "releases"."released_at" is null;--> statement-breakpoint
CREATE INDEX "releases_order_id_index" ON "releases" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "transfer_reversals_payout_id_index" ON "transfer_reversals" USING btree ("payout_id");--> statement-breakpoint
CREATE INDEX "transfer_reversals_unsettled" ON "transfer_reversals" USING btree ("updated_at") WHERE "transfer_reversals"."status" = 'requested';