-- What was issued stands, for every role, the owner included: a mistake is corrected by another document.
CREATE TRIGGER invoices_append_only BEFORE UPDATE OR DELETE ON invoices
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER invoice_omissions_append_only BEFORE UPDATE OR DELETE ON invoice_omissions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
