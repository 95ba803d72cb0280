ALTER TABLE "listing_prices" DROP COLUMN "seller_count";--> statement-breakpoint
ALTER TABLE "listing_variants" DROP COLUMN "seller_count";