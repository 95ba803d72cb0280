CREATE TYPE "public"."gift_card_status" AS ENUM('open', 'redeemed', 'expired', 'cancelled');--> statement-breakpoint
ALTER TYPE "public"."ledger_account_kind" ADD VALUE 'gift_cards' BEFORE 'seller_paying_out';--> statement-breakpoint
CREATE TABLE "gift_cards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"status" "gift_card_status" DEFAULT 'open' NOT NULL,
	"code_hash" text NOT NULL,
	"currency" char(3) NOT NULL,
	"amount_minor" bigint NOT NULL,
	"recipient_email" text NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"redeemed_by" uuid,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gift_cards_codeHash_unique" UNIQUE("code_hash"),
	CONSTRAINT "gift_cards_amount" CHECK ("gift_cards"."amount_minor" > 0),
	CONSTRAINT "gift_cards_redeemed" CHECK (("gift_cards"."status" = 'redeemed') = ("gift_cards"."redeemed_by" is not null))
);
--> statement-breakpoint
ALTER TABLE "gift_cards" ADD CONSTRAINT "gift_cards_redeemed_by_customers_id_fk" FOREIGN KEY ("redeemed_by") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "gift_cards_open" ON "gift_cards" USING btree ("expires_at") WHERE "gift_cards"."status" = 'open';