import { shipmentSent } from '@/lib/fulfilment';
import { issueCommissionInvoices, issueCreditNote, issueInvoice, issueMissing } from '@/lib/invoices';
import { refundSucceeded } from '@/lib/payments';
import { onEvent, type Schedule, type Work } from '../work';

/** What leaves is invoiced, and what goes back of it is credited. */
export const invoiceWorks: readonly Work[] = [
  onEvent(shipmentSent, 'issue-invoice', (sent, { db, clock }) => issueInvoice(db, sent, clock())),
  onEvent(refundSucceeded, 'issue-credit-note', ({ refundId }, { db, clock }) =>
    issueCreditNote(db, refundId, clock()),
  ),
];

export const invoiceSchedules: readonly Schedule[] = [
  { name: 'issue-missing-invoices', everySeconds: 3600, run: ({ db, clock }) => issueMissing(db, clock()) },
  {
    name: 'issue-commission-invoices',
    everySeconds: 24 * 3600,
    run: ({ db, clock }) => issueCommissionInvoices(db, clock()),
  },
];
