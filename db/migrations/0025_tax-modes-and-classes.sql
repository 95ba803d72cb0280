CREATE TYPE "public"."tax_category" AS ENUM('general', 'books', 'food', 'children', 'medicine', 'exempt');--> statement-breakpoint
CREATE TYPE "public"."tax_class" AS ENUM('standard', 'reduced', 'super_reduced', 'zero', 'exempt');--> statement-breakpoint
CREATE TYPE "public"."tax_mode" AS ENUM('inclusive', 'exclusive');--> statement-breakpoint
ALTER TABLE "order_lines" DROP CONSTRAINT "order_lines_total";--> statement-breakpoint
ALTER TABLE "orders" DROP CONSTRAINT "orders_total";--> statement-breakpoint
ALTER TABLE "seller_orders" DROP CONSTRAINT "seller_orders_total";--> statement-breakpoint
ALTER TABLE "order_lines" ALTER COLUMN "tax_basis_points" SET DATA TYPE numeric(7, 2);--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "tax_category" "tax_category" DEFAULT 'general' NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "tax_category" "tax_category";--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "tax_mode" "tax_mode" DEFAULT 'inclusive' NOT NULL;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "tax_class" "tax_class" DEFAULT 'standard' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "tax_mode" "tax_mode" DEFAULT 'inclusive' NOT NULL;--> statement-breakpoint
ALTER TABLE "seller_orders" ADD COLUMN "tax_mode" "tax_mode" DEFAULT 'inclusive' NOT NULL;--> statement-breakpoint
ALTER TABLE "refund_lines" ADD COLUMN "added_tax_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_total" CHECK ("order_lines"."total_minor" = "order_lines"."goods_minor" - "order_lines"."seller_discount_minor" - "order_lines"."market_discount_minor" + "order_lines"."shipping_minor"
        + case when "order_lines"."tax_mode" = 'exclusive' then "order_lines"."tax_minor" else 0 end);--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_total" CHECK ("orders"."total_minor" = "orders"."goods_minor" - "orders"."discount_minor" + "orders"."shipping_minor"
        + case when "orders"."tax_mode" = 'exclusive' then "orders"."tax_minor" else 0 end);--> statement-breakpoint
ALTER TABLE "seller_orders" ADD CONSTRAINT "seller_orders_total" CHECK ("seller_orders"."total_minor" = "seller_orders"."goods_minor" - "seller_orders"."discount_minor" + "seller_orders"."shipping_minor"
        + case when "seller_orders"."tax_mode" = 'exclusive' then "seller_orders"."tax_minor" else 0 end);--> statement-breakpoint
UPDATE "categories" SET "tax_category" = 'children' WHERE "path" ~ '^(baby/clothing|fashion/kids|fashion/shoes/kids)(/|$)';--> statement-breakpoint
UPDATE "categories" SET "tax_category" = 'books' WHERE "path" ~ '^books/(children|fiction|non-fiction)(/|$)';--> statement-breakpoint
UPDATE "categories" SET "tax_category" = 'food' WHERE "path" ~ '^food/(coffee|pantry|sweets|tea)(/|$)';
