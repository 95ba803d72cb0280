ALTER TABLE "media_assets" ADD COLUMN "film_id" uuid;--> statement-breakpoint
ALTER TABLE "media_assets" ADD CONSTRAINT "media_assets_film_id_media_assets_id_fk" FOREIGN KEY ("film_id") REFERENCES "public"."media_assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "media_assets_film_id_index" ON "media_assets" USING btree ("film_id");