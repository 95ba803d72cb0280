ALTER TABLE "listing_prices" ADD COLUMN "rating_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "listing_prices" ADD COLUMN "rating_sum" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "listing_texts" ADD COLUMN "prior" real DEFAULT 1 NOT NULL;