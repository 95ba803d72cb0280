ALTER TABLE "offer_import_rows" ADD COLUMN "variant_id" uuid;--> statement-breakpoint
ALTER TABLE "offer_import_rows" ADD COLUMN "seller_sku" text;--> statement-breakpoint
CREATE INDEX "offer_import_rows_variant" ON "offer_import_rows" USING btree ("import_id","variant_id") WHERE "offer_import_rows"."variant_id" is not null;