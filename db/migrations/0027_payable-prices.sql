-- A smallest value is in a currency: until now there was one.
UPDATE "promotions" SET "currency" = 'EUR' WHERE "min_subtotal_minor" > 0 AND "currency" IS NULL;--> statement-breakpoint
ALTER TABLE "offer_prices" ADD CONSTRAINT "offer_prices_payable" CHECK ("offer_prices"."currency" <> 'KWD' or "offer_prices"."price_minor" % 10 = 0);--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_payable" CHECK ("promotions"."currency" <> 'KWD' or "promotions"."amount_minor" % 10 = 0);--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_minimum" CHECK ("promotions"."min_subtotal_minor" = 0 or "promotions"."currency" is not null);--> statement-breakpoint
ALTER TABLE "delivery_options" ADD CONSTRAINT "delivery_options_payable" CHECK ("delivery_options"."currency" <> 'KWD' or "delivery_options"."price_minor" % 10 = 0);
