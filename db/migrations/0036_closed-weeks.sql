-- A closed balance holds because nothing is posted before it any more.
CREATE FUNCTION refuse_closed_week() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM added WHERE posted_at < (SELECT max(until) FROM ledger_balances)) THEN
    RAISE EXCEPTION 'the books of that week are closed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER ledger_postings_closed_week
  AFTER INSERT ON ledger_postings
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_closed_week();
--> statement-breakpoint
CREATE TRIGGER ledger_balances_append_only BEFORE UPDATE OR DELETE ON ledger_balances
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
