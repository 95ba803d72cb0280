CREATE TYPE "public"."offer_import_status" AS ENUM('expected', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'failed');--> statement-breakpoint
CREATE TABLE "offer_import_rows" (
	"import_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"problem" text,
	"offer_id" uuid,
	"version" integer,
	"before" jsonb,
	"after" jsonb,
	"is_applied" boolean DEFAULT false NOT NULL,
	CONSTRAINT "offer_import_rows_import_id_number_pk" PRIMARY KEY("import_id","number"),
	CONSTRAINT "offer_import_rows_whole" CHECK ("offer_import_rows"."problem" is not null
        or ("offer_import_rows"."offer_id" is not null and "offer_import_rows"."version" is not null
          and "offer_import_rows"."before" is not null and "offer_import_rows"."after" is not null))
);
--> statement-breakpoint
CREATE TABLE "offer_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"status" "offer_import_status" DEFAULT 'expected' NOT NULL,
	"file_name" text NOT NULL,
	"key" text NOT NULL,
	"bytes" integer NOT NULL,
	"failure" text,
	"rows_read" integer DEFAULT 0 NOT NULL,
	"rows_unchanged" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "offer_imports_key_unique" UNIQUE("key"),
	CONSTRAINT "offer_imports_bytes" CHECK ("offer_imports"."bytes" > 0)
);
--> statement-breakpoint
ALTER TABLE "offer_import_rows" ADD CONSTRAINT "offer_import_rows_import_id_offer_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."offer_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_imports" ADD CONSTRAINT "offer_imports_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "offer_import_rows_offer" ON "offer_import_rows" USING btree ("import_id","offer_id") WHERE "offer_import_rows"."problem" is null;--> statement-breakpoint
CREATE INDEX "offer_imports_seller_id_created_at_index" ON "offer_imports" USING btree ("seller_id","created_at" DESC NULLS LAST);