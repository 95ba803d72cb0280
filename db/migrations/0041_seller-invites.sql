CREATE TABLE "seller_invites" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"email" "citext" NOT NULL,
	"role" "seller_role" NOT NULL,
	"invited_by" uuid NOT NULL,
	"token_hash" text,
	"expires_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "seller_invites" ADD CONSTRAINT "seller_invites_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seller_invites" ADD CONSTRAINT "seller_invites_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seller_invites" ADD CONSTRAINT "seller_invites_accepted_by_users_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "seller_invites_token_hash_index" ON "seller_invites" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "seller_invites_one_open" ON "seller_invites" USING btree ("seller_id","email") WHERE "seller_invites"."withdrawn_at" is null and "seller_invites"."accepted_at" is null;--> statement-breakpoint
CREATE INDEX "seller_invites_seller_id_created_at_index" ON "seller_invites" USING btree ("seller_id","created_at" DESC NULLS LAST);