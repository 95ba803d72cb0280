DROP INDEX "seller_orders_seller_id_status_placed_at_index";--> statement-breakpoint
CREATE INDEX "seller_orders_seller_id_status_promised_to_id_index" ON "seller_orders" USING btree ("seller_id","status","promised_to","id");--> statement-breakpoint
CREATE INDEX "seller_orders_seller_id_id_index" ON "seller_orders" USING btree ("seller_id","id");--> statement-breakpoint
CREATE INDEX "seller_orders_late" ON "seller_orders" USING btree ("seller_id","promised_to","id") WHERE "seller_orders"."late_told_at" is not null and "seller_orders"."status" not in ('delivered', 'cancelled');