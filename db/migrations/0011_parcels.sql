CREATE TYPE "public"."shipment_status" AS ENUM('announced', 'in_transit', 'out_for_delivery', 'ready_for_pickup', 'delivered', 'lost', 'returned_to_sender');--> statement-breakpoint
ALTER TYPE "public"."seller_order_status" ADD VALUE 'partly_shipped' BEFORE 'shipped';--> statement-breakpoint
CREATE TABLE "shipment_lines" (
	"shipment_id" uuid NOT NULL,
	"order_line_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "shipment_lines_shipment_id_order_line_id_pk" PRIMARY KEY("shipment_id","order_line_id"),
	CONSTRAINT "shipment_lines_quantity" CHECK ("shipment_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "tracking_numbers" (
	"tracking_number" text PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "order_lines" DROP CONSTRAINT "order_lines_quantity";--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "shipped_quantity" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "order_id" uuid;--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "status" "shipment_status" DEFAULT 'announced' NOT NULL;--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "carrier_code" text;--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "delivered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_shipment_id_shipments_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shipment_lines_order_line_id_index" ON "shipment_lines" USING btree ("order_line_id");--> statement-breakpoint
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shipments_order_id_index" ON "shipments" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "shipments_by_tracking_number" ON "shipments" USING btree ("tracking_number") WHERE "shipments"."tracking_number" <> '';--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_quantity" CHECK ("order_lines"."quantity" > 0 and "order_lines"."cancelled_quantity" >= 0 and "order_lines"."shipped_quantity" >= 0
        and "order_lines"."cancelled_quantity" + "order_lines"."shipped_quantity" <= "order_lines"."quantity");--> statement-breakpoint
-- Until now a part left whole, in one parcel.
UPDATE "shipments" SET "order_id" = part."order_id", "delivered_at" = part."delivered_at",
  "status" = CASE part."status" WHEN 'delivered' THEN 'delivered'::"shipment_status" ELSE 'announced'::"shipment_status" END
FROM "seller_orders" part WHERE part."id" = "shipments"."seller_order_id";--> statement-breakpoint
ALTER TABLE "shipments" ALTER COLUMN "order_id" SET NOT NULL;--> statement-breakpoint
INSERT INTO "shipment_lines" ("shipment_id", "order_line_id", "quantity")
SELECT parcel."id", line."id", line."quantity" - line."cancelled_quantity"
FROM "shipments" parcel JOIN "order_lines" line ON line."seller_order_id" = parcel."seller_order_id"
WHERE line."quantity" > line."cancelled_quantity";--> statement-breakpoint
UPDATE "order_lines" SET "shipped_quantity" = packed."quantity"
FROM "shipment_lines" packed WHERE packed."order_line_id" = "order_lines"."id";--> statement-breakpoint
INSERT INTO "tracking_numbers" ("tracking_number", "seller_id")
SELECT DISTINCT ON ("tracking_number") "tracking_number", "seller_id" FROM "shipments"
WHERE "tracking_number" <> '' ORDER BY "tracking_number", "shipped_at";
