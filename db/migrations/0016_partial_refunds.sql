ALTER TABLE "refunds" DROP CONSTRAINT "refunds_amount";--> statement-breakpoint
ALTER TABLE "refund_lines" ADD COLUMN "market_discount_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "cause" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_cause_unique" UNIQUE("cause");--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_amount" CHECK ("refunds"."amount_minor" >= 0);--> statement-breakpoint
-- Until now a part was refunded whole.
UPDATE "refund_lines" SET "market_discount_minor" = line."market_discount_minor"
FROM "order_lines" line WHERE line."id" = "refund_lines"."order_line_id";--> statement-breakpoint
UPDATE "order_lines" SET "cancelled_quantity" = "order_lines"."quantity"
FROM "seller_orders" part JOIN "orders" "o" ON "o"."id" = part."order_id"
WHERE part."id" = "order_lines"."seller_order_id" AND part."status" = 'cancelled' AND "o"."paid_at" IS NOT NULL;
