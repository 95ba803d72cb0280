CREATE TABLE "activity_events" (
	"kind" text NOT NULL,
	"product_id" uuid,
	"offer_id" uuid,
	"term" text,
	"occurred_at" timestamp with time zone DEFAULT now() NOT NULL,
	"written_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "activity_events_kind" CHECK ("activity_events"."kind" in ('shown', 'viewed', 'carted')),
	CONSTRAINT "activity_events_about" CHECK (coalesce("activity_events"."product_id", "activity_events"."offer_id") is not null)
) PARTITION BY RANGE ("occurred_at");
--> statement-breakpoint
CREATE TABLE "activity_mark" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"up_to" "xid8" NOT NULL,
	CONSTRAINT "activity_mark_one" CHECK ("activity_mark"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "product_sales_days" (
	"seller_id" uuid NOT NULL,
	"day" date NOT NULL,
	"product_id" uuid NOT NULL,
	"currency" char(3) NOT NULL,
	"units" integer NOT NULL,
	"sales_minor" bigint NOT NULL,
	CONSTRAINT "product_sales_days_seller_id_day_product_id_currency_pk" PRIMARY KEY("seller_id","day","product_id","currency")
);
--> statement-breakpoint
CREATE TABLE "product_traffic_days" (
	"seller_id" uuid NOT NULL,
	"day" date NOT NULL,
	"shown" integer DEFAULT 0 NOT NULL,
	"viewed" integer DEFAULT 0 NOT NULL,
	"in_buy_box" integer DEFAULT 0 NOT NULL,
	"sold_out" integer DEFAULT 0 NOT NULL,
	"carted" integer DEFAULT 0 NOT NULL,
	"product_id" uuid NOT NULL,
	CONSTRAINT "product_traffic_days_seller_id_day_product_id_pk" PRIMARY KEY("seller_id","day","product_id")
);
--> statement-breakpoint
CREATE TABLE "sales_days" (
	"seller_id" uuid NOT NULL,
	"day" date NOT NULL,
	"currency" char(3) NOT NULL,
	"orders" integer NOT NULL,
	"units" integer NOT NULL,
	"sales_minor" bigint NOT NULL,
	"cancelled_units" integer NOT NULL,
	"returned_units" integer NOT NULL,
	"late_orders" integer NOT NULL,
	"cancelled_orders" integer NOT NULL,
	"disputed_orders" integer NOT NULL,
	CONSTRAINT "sales_days_seller_id_day_currency_pk" PRIMARY KEY("seller_id","day","currency")
);
--> statement-breakpoint
CREATE TABLE "stale_sales_days" (
	"seller_id" uuid NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "stale_sales_days_seller_id_day_pk" PRIMARY KEY("seller_id","day")
);
--> statement-breakpoint
CREATE TABLE "term_days" (
	"seller_id" uuid NOT NULL,
	"day" date NOT NULL,
	"term" text NOT NULL,
	"shown" integer DEFAULT 0 NOT NULL,
	"viewed" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "term_days_seller_id_day_term_pk" PRIMARY KEY("seller_id","day","term")
);
--> statement-breakpoint
CREATE TABLE "traffic_days" (
	"seller_id" uuid NOT NULL,
	"day" date NOT NULL,
	"shown" integer DEFAULT 0 NOT NULL,
	"viewed" integer DEFAULT 0 NOT NULL,
	"in_buy_box" integer DEFAULT 0 NOT NULL,
	"sold_out" integer DEFAULT 0 NOT NULL,
	"carted" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "traffic_days_seller_id_day_pk" PRIMARY KEY("seller_id","day")
);
--> statement-breakpoint
CREATE INDEX "activity_events_written_in_index" ON "activity_events" USING btree ("written_in");--> statement-breakpoint
CREATE INDEX "seller_orders_seller_id_placed_at_index" ON "seller_orders" USING btree ("seller_id","placed_at");