CREATE TYPE "public"."scan_kind" AS ENUM('announced', 'in_transit', 'out_for_delivery', 'ready_for_pickup', 'delivered', 'lost', 'returned_to_sender', 'note');--> statement-breakpoint
CREATE TABLE "tracking_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shipment_id" uuid NOT NULL,
	"scan_key" text NOT NULL,
	"kind" "scan_kind" NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "followed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "tracker_id" text;--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "heard_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tracking_events" ADD CONSTRAINT "tracking_events_shipment_id_shipments_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "tracking_events_shipment_id_scan_key_index" ON "tracking_events" USING btree ("shipment_id","scan_key");--> statement-breakpoint
CREATE INDEX "tracking_events_shipment_id_occurred_at_index" ON "tracking_events" USING btree ("shipment_id","occurred_at");--> statement-breakpoint
CREATE INDEX "shipments_to_ask_about" ON "shipments" USING btree ("heard_at") WHERE "shipments"."followed" and "shipments"."status" not in ('delivered', 'returned_to_sender');