ALTER TYPE "public"."offer_import_status" ADD VALUE 'unmapped' BEFORE 'checked';--> statement-breakpoint
CREATE TABLE "sheet_mappings" (
	"seller_id" uuid NOT NULL,
	"heading_hash" text NOT NULL,
	"columns" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sheet_mappings_seller_id_heading_hash_pk" PRIMARY KEY("seller_id","heading_hash")
);
--> statement-breakpoint
ALTER TABLE "offer_imports" ADD COLUMN "heading" jsonb;--> statement-breakpoint
ALTER TABLE "offer_imports" ADD COLUMN "columns" jsonb;--> statement-breakpoint
ALTER TABLE "sheet_mappings" ADD CONSTRAINT "sheet_mappings_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;