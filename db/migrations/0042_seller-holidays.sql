ALTER TABLE "sellers" ADD COLUMN "holiday_from" date;--> statement-breakpoint
ALTER TABLE "sellers" ADD COLUMN "holiday_until" date;--> statement-breakpoint
ALTER TABLE "sellers" ADD CONSTRAINT "sellers_holiday" CHECK (("sellers"."holiday_from" is null) = ("sellers"."holiday_until" is null) and "sellers"."holiday_from" <= "sellers"."holiday_until");