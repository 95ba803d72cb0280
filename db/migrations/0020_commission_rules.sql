CREATE TABLE "commission_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"precedence" smallint NOT NULL,
	"basis_points" integer NOT NULL,
	"seller_id" uuid,
	"category_id" uuid,
	"product_id" uuid,
	"currency" char(3),
	"price_from_minor" bigint,
	"price_below_minor" bigint,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "commission_rules_rate" CHECK ("commission_rules"."basis_points" between 0 and 10000),
	CONSTRAINT "commission_rules_precedence" CHECK ("commission_rules"."precedence" between 1 and 999),
	CONSTRAINT "commission_rules_validity" CHECK ("commission_rules"."valid_until" >= "commission_rules"."valid_from"),
	CONSTRAINT "commission_rules_band" CHECK (("commission_rules"."currency" is null) = ("commission_rules"."price_from_minor" is null and "commission_rules"."price_below_minor" is null)
        and coalesce("commission_rules"."price_from_minor", 0) >= 0
        and coalesce("commission_rules"."price_below_minor" > coalesce("commission_rules"."price_from_minor", 0), true))
);
--> statement-breakpoint
ALTER TABLE "commission_rules" ADD CONSTRAINT "commission_rules_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commission_rules" ADD CONSTRAINT "commission_rules_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commission_rules" ADD CONSTRAINT "commission_rules_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commission_rules_precedence_valid_from_index" ON "commission_rules" USING btree ("precedence","valid_from");