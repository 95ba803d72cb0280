CREATE TABLE "catalog_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_key" text NOT NULL,
	"file" text NOT NULL,
	"rows_read" integer DEFAULT 0 NOT NULL,
	"rows_failed" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "catalog_imports_sourceKey_unique" UNIQUE("source_key")
);
--> statement-breakpoint
CREATE TABLE "facet_values" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "facet_values_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listing_categories" (
	"product_id" uuid NOT NULL,
	"category_id" uuid NOT NULL,
	"currency" char(3) NOT NULL,
	"popular_key" bigint NOT NULL,
	"newest_key" bigint NOT NULL,
	"price_up_key" bigint NOT NULL,
	"price_down_key" bigint NOT NULL,
	"rating_key" bigint NOT NULL,
	CONSTRAINT "listing_categories_product_id_category_id_currency_pk" PRIMARY KEY("product_id","category_id","currency")
);
--> statement-breakpoint
CREATE TABLE "listing_prices" (
	"product_id" uuid NOT NULL,
	"currency" char(3) NOT NULL,
	"price_minor" bigint,
	"price_varies" boolean NOT NULL,
	"compare_at_minor" bigint,
	"sale_ends_at" timestamp with time zone,
	"free_delivery" boolean NOT NULL,
	"availability" text NOT NULL,
	"stock_left" smallint,
	"seller_name" text,
	"offer_count" integer NOT NULL,
	"seller_count" integer NOT NULL,
	CONSTRAINT "listing_prices_product_id_currency_pk" PRIMARY KEY("product_id","currency")
);
--> statement-breakpoint
CREATE TABLE "listing_texts" (
	"product_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"title" text NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "listing_texts_product_id_locale_pk" PRIMARY KEY("product_id","locale")
);
--> statement-breakpoint
CREATE TABLE "listing_variants" (
	"variant_id" uuid NOT NULL,
	"currency" char(3) NOT NULL,
	"product_id" uuid NOT NULL,
	"facets" integer[] NOT NULL,
	"offer_id" uuid,
	"seller_id" uuid,
	"price_minor" bigint,
	"compare_at_minor" bigint,
	"sale_ends_at" timestamp with time zone,
	"delivery_minor" bigint,
	"available" integer NOT NULL,
	"offer_count" integer NOT NULL,
	"seller_count" integer NOT NULL,
	CONSTRAINT "listing_variants_variant_id_currency_pk" PRIMARY KEY("variant_id","currency")
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"product_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"brand" text,
	"category_id" uuid NOT NULL,
	"image" jsonb,
	"swatches" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"swatch_count" smallint DEFAULT 0 NOT NULL,
	"variant_count" smallint DEFAULT 1 NOT NULL,
	"rating_count" integer DEFAULT 0 NOT NULL,
	"rating_sum" integer DEFAULT 0 NOT NULL,
	"popularity" real DEFAULT 0 NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"projected_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_lexemes" (
	"locale" text NOT NULL,
	"lexeme" text NOT NULL,
	"documents" integer NOT NULL,
	CONSTRAINT "search_lexemes_locale_lexeme_pk" PRIMARY KEY("locale","lexeme")
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"locale" text NOT NULL,
	"word" text NOT NULL,
	"documents" integer NOT NULL,
	CONSTRAINT "search_words_locale_word_pk" PRIMARY KEY("locale","word")
);
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "prior_interest" real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sellers" ADD COLUMN "return_days" smallint DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "listing_categories" ADD CONSTRAINT "listing_categories_product_id_listings_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."listings"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_prices" ADD CONSTRAINT "listing_prices_product_id_listings_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."listings"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_texts" ADD CONSTRAINT "listing_texts_product_id_listings_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."listings"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_variants" ADD CONSTRAINT "listing_variants_product_id_listings_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."listings"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "facet_values_key_value_index" ON "facet_values" USING btree ("key","value");--> statement-breakpoint
CREATE INDEX "listing_categories_popular" ON "listing_categories" USING btree ("category_id","currency","popular_key","product_id");--> statement-breakpoint
CREATE INDEX "listing_categories_newest" ON "listing_categories" USING btree ("category_id","currency","newest_key","product_id");--> statement-breakpoint
CREATE INDEX "listing_categories_price_up" ON "listing_categories" USING btree ("category_id","currency","price_up_key","product_id");--> statement-breakpoint
CREATE INDEX "listing_categories_price_down" ON "listing_categories" USING btree ("category_id","currency","price_down_key","product_id");--> statement-breakpoint
CREATE INDEX "listing_categories_rating" ON "listing_categories" USING btree ("category_id","currency","rating_key","product_id");--> statement-breakpoint
CREATE INDEX "listing_texts_words" ON "listing_texts" USING gin ("words");--> statement-breakpoint
CREATE INDEX "listing_variants_product" ON "listing_variants" USING btree ("product_id","currency");--> statement-breakpoint
CREATE INDEX "listing_variants_facets" ON "listing_variants" USING gin ("facets");--> statement-breakpoint
CREATE INDEX "search_words_alike" ON "search_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "search_words_prefix" ON "search_words" USING btree ("locale","word" text_pattern_ops);