CREATE TABLE "outdated_pages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"outdated" text[] NOT NULL,
	"ready" text[] NOT NULL,
	"announced_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "outdated_pages_announced_at_index" ON "outdated_pages" USING btree ("announced_at");