CREATE TYPE "public"."promotion_status" AS ENUM('active', 'paused', 'ended');--> statement-breakpoint
CREATE TABLE "order_line_promotions" (
	"order_line_id" uuid NOT NULL,
	"promotion_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "order_line_promotions_order_line_id_promotion_id_pk" PRIMARY KEY("order_line_id","promotion_id"),
	CONSTRAINT "order_line_promotions_amount" CHECK ("order_line_promotions"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "promotion_offers" (
	"promotion_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"quantity" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "promotion_offers_promotion_id_offer_id_pk" PRIMARY KEY("promotion_id","offer_id"),
	CONSTRAINT "promotion_offers_quantity" CHECK ("promotion_offers"."quantity" between 1 and 99)
);
--> statement-breakpoint
ALTER TABLE "promotions" DROP CONSTRAINT "promotions_minimum";--> statement-breakpoint
ALTER TABLE "promotions" DROP CONSTRAINT "promotions_one_kind";--> statement-breakpoint
ALTER TABLE "promotions" DROP CONSTRAINT "promotions_limit";--> statement-breakpoint
-- A value added to an enum cannot be used in the transaction that adds it.
ALTER TABLE "promotions" ALTER COLUMN "kind" TYPE text;--> statement-breakpoint
DROP TYPE "public"."promotion_kind";--> statement-breakpoint
CREATE TYPE "public"."promotion_kind" AS ENUM('percent', 'fixed', 'buy_get', 'bundle', 'free_delivery');--> statement-breakpoint
ALTER TABLE "promotions" ALTER COLUMN "kind" TYPE "public"."promotion_kind" USING "kind"::"public"."promotion_kind";--> statement-breakpoint
ALTER TABLE "orders" DROP CONSTRAINT "orders_promotion_id_promotions_id_fk";
--> statement-breakpoint
DROP INDEX "promotions_seller_id_index";--> statement-breakpoint
ALTER TABLE "promotions" ALTER COLUMN "code" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "promotion_redemptions" ADD COLUMN "currency" char(3);--> statement-breakpoint
UPDATE "promotion_redemptions" r SET "currency" = o."currency" FROM "orders" o WHERE o."id" = r."order_id";--> statement-breakpoint
ALTER TABLE "promotion_redemptions" ALTER COLUMN "currency" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "name" text;--> statement-breakpoint
UPDATE "promotions" SET "name" = "code";--> statement-breakpoint
ALTER TABLE "promotions" ALTER COLUMN "name" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "status" "promotion_status" DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "buy_quantity" integer;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "get_quantity" integer;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "chosen_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "combines" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- A code was the only discount there was: it goes on counting beside those of sellers.
UPDATE "promotions" SET "combines" = true;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "budget_minor" bigint;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "spent_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "order_line_promotions" ADD CONSTRAINT "order_line_promotions_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_line_promotions" ADD CONSTRAINT "order_line_promotions_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_offers" ADD CONSTRAINT "promotion_offers_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_offers" ADD CONSTRAINT "promotion_offers_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "promotion_offers_offer_id_index" ON "promotion_offers" USING btree ("offer_id");--> statement-breakpoint
CREATE INDEX "promotions_seller_id_id_index" ON "promotions" USING btree ("seller_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "promotions_automatic" ON "promotions" USING btree ("seller_id") WHERE "promotions"."code" is null and "promotions"."status" = 'active';--> statement-breakpoint
INSERT INTO "order_line_promotions" ("order_line_id", "promotion_id", "amount_minor")
SELECT line."id", o."promotion_id", line."seller_discount_minor" + line."market_discount_minor"
FROM "order_lines" line JOIN "orders" o ON o."id" = line."order_id"
WHERE o."promotion_id" IS NOT NULL AND line."seller_discount_minor" + line."market_discount_minor" > 0;--> statement-breakpoint
ALTER TABLE "orders" DROP COLUMN "promotion_id";--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_pieces" CHECK (("promotions"."kind" = 'buy_get') = ("promotions"."buy_quantity" is not null and "promotions"."get_quantity" is not null)
        and coalesce("promotions"."buy_quantity", 1) between 1 and 99 and coalesce("promotions"."get_quantity", 1) between 1 and 99);--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_value" CHECK (coalesce("promotions"."basis_points", 1) between 1 and 10000 and coalesce("promotions"."amount_minor", 1) > 0);--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_currency" CHECK ("promotions"."currency" is not null
        or ("promotions"."amount_minor" is null and "promotions"."min_subtotal_minor" = 0 and "promotions"."budget_minor" is null));--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_per_customer" CHECK ("promotions"."max_per_customer" is null or "promotions"."code" is not null);--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_times" CHECK ("promotions"."ends_at" > "promotions"."starts_at");--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_one_kind" CHECK (case "promotions"."kind"
        when 'percent' then "promotions"."basis_points" is not null and "promotions"."amount_minor" is null
        when 'fixed' then "promotions"."amount_minor" is not null and "promotions"."basis_points" is null
        when 'buy_get' then "promotions"."basis_points" is not null and "promotions"."amount_minor" is null
        when 'bundle' then ("promotions"."basis_points" is null) <> ("promotions"."amount_minor" is null) and "promotions"."chosen_only"
        when 'free_delivery' then "promotions"."basis_points" is null and "promotions"."amount_minor" is null
          and "promotions"."seller_id" is not null and not "promotions"."chosen_only"
      end);--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_limit" CHECK ("promotions"."redemptions" between 0 and coalesce("promotions"."max_redemptions", 2147483647)
        and "promotions"."spent_minor" between 0 and coalesce("promotions"."budget_minor", 9007199254740991));