/** Invoices and credit notes: sellers' to buyers, the market's to sellers. Owns `db/schema/invoices`. */
export { documentNumber } from './document-number';
export { invoiceDocument } from './invoice-document';
export { issueCommissionInvoices } from './issue-commission-invoices';
export { issueCreditNote } from './issue-credit-note';
export { issueInvoice } from './issue-invoice';
export { issueMissing } from './issue-missing';
export { taxPeriod, taxPeriodsAround, type TaxPeriod } from './tax-period';
export { getTaxReport, taxReportCsv } from './tax-report';
export {
  countInvoices,
  getInvoice,
  INVOICES_A_FILE,
  listInvoiceMonths,
  listInvoicesOfMonth,
  listInvoicesOfSeller,
  listCommissionInvoices,
  listInvoicesOfOrder,
  listInvoicesOfSellerOrder,
  type Invoice,
  type InvoiceReader,
} from './queries';
