ALTER TABLE "conversations" DROP CONSTRAINT "conversations_id_seller_orders_id_fk";
--> statement-breakpoint
ALTER TABLE "conversations" ALTER COLUMN "order_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "customer_id" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "product_id" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "product_title" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_customer_id_seller_id_product_id_index" ON "conversations" USING btree ("customer_id","seller_id","product_id");--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_about" CHECK (num_nulls("conversations"."customer_id", "conversations"."product_id", "conversations"."product_title") = case when "conversations"."order_id" is null then 0 else 3 end);