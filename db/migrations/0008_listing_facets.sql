ALTER TABLE "listing_prices" ADD COLUMN "facets" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "listing_prices" ADD COLUMN "on_sale_until" timestamp with time zone;