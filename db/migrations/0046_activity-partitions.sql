-- The app's role owns no table: it makes and drops months through this, and can do nothing else with it.
CREATE FUNCTION keep_activity_partitions(today date, months_kept integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  this_month date := date_trunc('month', today);
  month date;
  outdated regclass;
BEGIN
  FOR ahead IN 0..2 LOOP
    month := this_month + make_interval(months => ahead);
    EXECUTE format(
      'CREATE TABLE IF NOT EXISTS %I PARTITION OF activity_events FOR VALUES FROM (%L) TO (%L)',
      'activity_events_' || to_char(month, 'YYYYMM'),
      month || ' 00:00+00',
      (month + interval '1 month')::date || ' 00:00+00'
    );
  END LOOP;
  FOR outdated IN
    SELECT c.oid FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'activity_events'::regclass
      AND c.relname < 'activity_events_' ||
        to_char(this_month - make_interval(months => greatest(months_kept, 1)), 'YYYYMM')
  LOOP
    EXECUTE format('DROP TABLE %s', outdated);
  END LOOP;
END
$$;
--> statement-breakpoint
SELECT keep_activity_partitions(current_date, 3);
--> statement-breakpoint
INSERT INTO activity_mark (up_to) VALUES ('0');
--> statement-breakpoint
-- What was sold before there were days is added up, too.
INSERT INTO stale_sales_days (seller_id, day)
SELECT DISTINCT seller_id, (placed_at AT TIME ZONE 'UTC')::date FROM seller_orders;
