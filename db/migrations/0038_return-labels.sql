ALTER TYPE "public"."ledger_account_kind" ADD VALUE 'shipping_labels';--> statement-breakpoint
CREATE TABLE "return_labels" (
	"return_id" uuid PRIMARY KEY NOT NULL,
	"provider_label_id" text NOT NULL,
	"key" text,
	"currency" char(3) NOT NULL,
	"price_minor" bigint,
	"bought_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "return_labels_key_unique" UNIQUE("key"),
	CONSTRAINT "return_labels_bought" CHECK (("return_labels"."bought_at" is null) = ("return_labels"."key" is null) and ("return_labels"."bought_at" is null) = ("return_labels"."price_minor" is null)
        and ("return_labels"."used_at" is null or "return_labels"."bought_at" is not null)),
	CONSTRAINT "return_labels_price" CHECK ("return_labels"."price_minor" >= 0)
);
--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "return_id" uuid;--> statement-breakpoint
ALTER TABLE "return_labels" ADD CONSTRAINT "return_labels_return_id_returns_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."returns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_returnId_unique" UNIQUE("return_id");