/** Tables whose rows the app's role may add and read, never change or delete. */
export const APPEND_ONLY_TABLES = [
  'ledger_accounts',
  'ledger_entries',
  'ledger_postings',
  'ledger_balances',
  'order_history',
  'return_history',
  'stock_movements',
  'tracking_events',
  'audit_log',
  'provider_transactions',
  'money_proofs',
  'invoices',
  'invoice_omissions',
] as const;
