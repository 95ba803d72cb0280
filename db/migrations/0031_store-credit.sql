ALTER TYPE "public"."ledger_account_kind" ADD VALUE 'store_credit_held' BEFORE 'seller_paying_out';--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_amount";--> statement-breakpoint
ALTER TABLE "refunds" DROP CONSTRAINT "refunds_returned";--> statement-breakpoint
DROP INDEX "ledger_accounts_market";--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD COLUMN "holder_id" uuid;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "credit_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "credit_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seller_orders" ADD COLUMN "credit_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "refund_lines" ADD COLUMN "credit_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "credit_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_accounts_holder" ON "ledger_accounts" USING btree ("holder_id","kind","currency") WHERE "ledger_accounts"."holder_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_accounts_market" ON "ledger_accounts" USING btree ("kind","currency") WHERE "ledger_accounts"."seller_id" is null and "ledger_accounts"."holder_id" is null;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_credit" CHECK ("order_lines"."credit_minor" between 0 and "order_lines"."total_minor");--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_credit" CHECK ("orders"."credit_minor" between 0 and "orders"."total_minor");--> statement-breakpoint
ALTER TABLE "seller_orders" ADD CONSTRAINT "seller_orders_credit" CHECK ("seller_orders"."credit_minor" between 0 and "seller_orders"."total_minor");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_amount" CHECK ("payments"."amount_minor" >= 0);--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_credit" CHECK ("refunds"."credit_minor" between 0 and "refunds"."amount_minor");--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_returned" CHECK ("refunds"."returned_minor" in (0, "refunds"."amount_minor" - "refunds"."credit_minor"));