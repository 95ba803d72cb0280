ALTER TABLE "listing_categories" DROP CONSTRAINT "listing_categories_product_id_listings_product_id_fk";
--> statement-breakpoint
ALTER TABLE "listing_prices" DROP CONSTRAINT "listing_prices_product_id_listings_product_id_fk";
--> statement-breakpoint
ALTER TABLE "listing_texts" DROP CONSTRAINT "listing_texts_product_id_listings_product_id_fk";
--> statement-breakpoint
ALTER TABLE "listing_variants" DROP CONSTRAINT "listing_variants_product_id_listings_product_id_fk";
