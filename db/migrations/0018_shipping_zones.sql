CREATE TABLE "seller_paces" (
	"seller_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"on_day" date NOT NULL,
	"days" smallint NOT NULL,
	"count" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "seller_paces_seller_id_measure_on_day_days_pk" PRIMARY KEY("seller_id","measure","on_day","days")
);
--> statement-breakpoint
CREATE TABLE "seller_promises" (
	"seller_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"min_days" smallint NOT NULL,
	"max_days" smallint NOT NULL,
	"parcels" integer NOT NULL,
	"learned_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seller_promises_seller_id_measure_pk" PRIMARY KEY("seller_id","measure"),
	CONSTRAINT "seller_promises_days" CHECK ("seller_promises"."min_days" between 0 and "seller_promises"."max_days")
);
--> statement-breakpoint
CREATE TABLE "shipping_zones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"name" text NOT NULL,
	"countries" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shipping_zones_countries" CHECK (jsonb_array_length("shipping_zones"."countries") > 0)
);
--> statement-breakpoint
ALTER TABLE "delivery_options" DROP CONSTRAINT "delivery_options_seller_id_currency_code_pk";--> statement-breakpoint
ALTER TABLE "delivery_options" ADD COLUMN "zone_id" uuid;--> statement-breakpoint
ALTER TABLE "shipping_zones" ADD CONSTRAINT "shipping_zones_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "seller_paces_on_day_index" ON "seller_paces" USING btree ("on_day");--> statement-breakpoint
CREATE INDEX "shipping_zones_seller_id_index" ON "shipping_zones" USING btree ("seller_id");--> statement-breakpoint
ALTER TABLE "delivery_options" ADD CONSTRAINT "delivery_options_zone_id_shipping_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."shipping_zones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delivery_options_zone_id_index" ON "delivery_options" USING btree ("zone_id");--> statement-breakpoint
-- Options that named their countries become options of a zone of those countries.
INSERT INTO "shipping_zones" ("id", "seller_id", "name", "countries")
SELECT gen_random_uuid(), "seller_id", '', "countries" FROM "delivery_options"
WHERE jsonb_array_length("countries") > 0 GROUP BY "seller_id", "countries";--> statement-breakpoint
UPDATE "delivery_options" SET "zone_id" = zone."id" FROM "shipping_zones" zone
WHERE zone."seller_id" = "delivery_options"."seller_id" AND zone."countries" = "delivery_options"."countries";--> statement-breakpoint
ALTER TABLE "delivery_options" DROP COLUMN "countries";--> statement-breakpoint
ALTER TABLE "delivery_options" ADD CONSTRAINT "delivery_options_once" UNIQUE NULLS NOT DISTINCT("seller_id","currency","zone_id","code");