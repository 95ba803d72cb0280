CREATE TYPE "public"."invoice_kind" AS ENUM('invoice', 'credit_note', 'commission_invoice', 'commission_credit_note');--> statement-breakpoint
CREATE TABLE "invoice_omissions" (
	"refund_id" uuid PRIMARY KEY NOT NULL,
	"invoice_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoice_series" (
	"id" uuid PRIMARY KEY NOT NULL,
	"issuer_id" uuid,
	"kind" "invoice_kind" NOT NULL,
	"last_number" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "invoice_series_once" UNIQUE NULLS NOT DISTINCT("issuer_id","kind")
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "invoice_kind" NOT NULL,
	"issuer_id" uuid,
	"number" integer NOT NULL,
	"seller_id" uuid NOT NULL,
	"order_id" uuid,
	"seller_order_id" uuid,
	"corrects_id" uuid,
	"cause" text NOT NULL,
	"currency" char(3) NOT NULL,
	"tax_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"content" jsonb NOT NULL,
	"issued_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoices_cause_unique" UNIQUE("cause"),
	CONSTRAINT "invoices_number" UNIQUE NULLS NOT DISTINCT("issuer_id","kind","number"),
	CONSTRAINT "invoices_counts_from_one" CHECK ("invoices"."number" > 0),
	CONSTRAINT "invoices_amounts" CHECK ("invoices"."tax_minor" >= 0 and "invoices"."total_minor" >= 0),
	CONSTRAINT "invoices_issuer" CHECK (case when "invoices"."kind" in ('invoice', 'credit_note')
        then "invoices"."issuer_id" = "invoices"."seller_id" and "invoices"."order_id" is not null and "invoices"."seller_order_id" is not null
        else "invoices"."issuer_id" is null and "invoices"."order_id" is null and "invoices"."seller_order_id" is null end),
	CONSTRAINT "invoices_corrects" CHECK (("invoices"."kind" = 'credit_note') = ("invoices"."corrects_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "seller_businesses" (
	"seller_id" uuid PRIMARY KEY NOT NULL,
	"legal_name" text NOT NULL,
	"line1" text NOT NULL,
	"line2" text DEFAULT '' NOT NULL,
	"postal_code" text NOT NULL,
	"city" text NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"country" char(2) NOT NULL,
	"vat_id" text DEFAULT '' NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invoice_omissions" ADD CONSTRAINT "invoice_omissions_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_omissions" ADD CONSTRAINT "invoice_omissions_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_series" ADD CONSTRAINT "invoice_series_issuer_id_sellers_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_issuer_id_sellers_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_seller_order_id_seller_orders_id_fk" FOREIGN KEY ("seller_order_id") REFERENCES "public"."seller_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_corrects_id_invoices_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seller_businesses" ADD CONSTRAINT "seller_businesses_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoice_omissions_invoice_id_index" ON "invoice_omissions" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "invoices_order_id_index" ON "invoices" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "invoices_seller_order_id_index" ON "invoices" USING btree ("seller_order_id");--> statement-breakpoint
CREATE INDEX "invoices_seller_id_id_index" ON "invoices" USING btree ("seller_id","id" DESC NULLS LAST);