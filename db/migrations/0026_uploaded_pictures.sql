ALTER TYPE "public"."media_status" ADD VALUE 'expected' BEFORE 'pending';--> statement-breakpoint
ALTER TABLE "media_assets" ADD COLUMN "owner_seller_id" uuid;--> statement-breakpoint
ALTER TABLE "media_assets" ADD COLUMN "bytes" integer;