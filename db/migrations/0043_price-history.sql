CREATE TYPE "public"."sale_status" AS ENUM('planned', 'running', 'ended', 'cancelled');--> statement-breakpoint
CREATE TABLE "offer_price_changes" (
	"offer_id" uuid NOT NULL,
	"market" text NOT NULL,
	"currency" char(3) NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"price_minor" bigint NOT NULL,
	CONSTRAINT "offer_price_changes_offer_id_market_currency_changed_at_pk" PRIMARY KEY("offer_id","market","currency","changed_at")
);
--> statement-breakpoint
CREATE TABLE "offer_sales" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offer_id" uuid NOT NULL,
	"market" text DEFAULT 'default' NOT NULL,
	"currency" char(3) NOT NULL,
	"price_minor" bigint NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"status" "sale_status" DEFAULT 'planned' NOT NULL,
	"regular_price_minor" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "offer_sales_price" CHECK ("offer_sales"."price_minor" > 0),
	CONSTRAINT "offer_sales_payable" CHECK ("offer_sales"."currency" <> 'KWD' or "offer_sales"."price_minor" % 10 = 0),
	CONSTRAINT "offer_sales_times" CHECK ("offer_sales"."ends_at" > "offer_sales"."starts_at")
);
--> statement-breakpoint
ALTER TABLE "stock" ADD COLUMN "low_level" integer;--> statement-breakpoint
ALTER TABLE "offer_price_changes" ADD CONSTRAINT "offer_price_changes_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_sales" ADD CONSTRAINT "offer_sales_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "offer_sales_open" ON "offer_sales" USING btree ("offer_id","market","currency") WHERE "offer_sales"."status" in ('planned', 'running');--> statement-breakpoint
CREATE INDEX "offer_sales_offer_id_id_index" ON "offer_sales" USING btree ("offer_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "offer_sales_to_start" ON "offer_sales" USING btree ("starts_at") WHERE "offer_sales"."status" = 'planned';--> statement-breakpoint
CREATE INDEX "offer_sales_to_end" ON "offer_sales" USING btree ("ends_at") WHERE "offer_sales"."status" = 'running';--> statement-breakpoint
ALTER TABLE "stock" ADD CONSTRAINT "stock_low_level" CHECK ("stock"."low_level" >= 0);--> statement-breakpoint
CREATE FUNCTION "record_new_prices"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO offer_price_changes (offer_id, market, currency, price_minor)
  SELECT offer_id, market, currency, price_minor FROM given
  ON CONFLICT (offer_id, market, currency, changed_at) DO UPDATE SET price_minor = excluded.price_minor;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "record_changed_prices"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO offer_price_changes (offer_id, market, currency, price_minor)
  SELECT offer_id, market, currency, given.price_minor FROM given JOIN before USING (offer_id, market, currency)
  WHERE given.price_minor <> before.price_minor
  ON CONFLICT (offer_id, market, currency, changed_at) DO UPDATE SET price_minor = excluded.price_minor;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "offer_prices_recorded_when_new" AFTER INSERT ON "offer_prices"
  REFERENCING NEW TABLE AS given FOR EACH STATEMENT EXECUTE FUNCTION "record_new_prices"();--> statement-breakpoint
CREATE TRIGGER "offer_prices_recorded_when_changed" AFTER UPDATE ON "offer_prices"
  REFERENCING NEW TABLE AS given OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION "record_changed_prices"();--> statement-breakpoint
-- What is known of prices so far: since when they have been what they are.
INSERT INTO offer_price_changes (offer_id, market, currency, changed_at, price_minor)
SELECT offer_id, market, currency, updated_at, price_minor FROM offer_prices;
