ALTER TYPE "public"."return_status" ADD VALUE 'exchanging';--> statement-breakpoint
ALTER TYPE "public"."return_status" ADD VALUE 'exchanged';--> statement-breakpoint
CREATE TABLE "return_exchanges" (
	"return_id" uuid PRIMARY KEY NOT NULL,
	"offer_id" uuid NOT NULL,
	"variant_label" text NOT NULL,
	"refunded_for" text,
	CONSTRAINT "return_exchanges_refunded_for" CHECK ("return_exchanges"."refunded_for" in ('seller', 'out_of_stock', 'not_sent'))
);
--> statement-breakpoint
DROP INDEX "reservations_order_line_id_index";--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "replacement_of" uuid;--> statement-breakpoint
ALTER TABLE "reservations" ADD COLUMN "return_id" uuid;--> statement-breakpoint
ALTER TABLE "return_exchanges" ADD CONSTRAINT "return_exchanges_return_id_returns_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."returns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_exchanges" ADD CONSTRAINT "return_exchanges_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reservations_of_line" ON "reservations" USING btree ("order_line_id") WHERE "reservations"."return_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "reservations_of_return" ON "reservations" USING btree ("return_id");--> statement-breakpoint
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_replacementOf_unique" UNIQUE("replacement_of");