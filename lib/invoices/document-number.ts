import type { InvoiceKind } from './model';

const SERIES: Readonly<Record<InvoiceKind, string>> = {
  invoice: 'INV',
  credit_note: 'CN',
  commission_invoice: 'COM',
  commission_credit_note: 'CCN',
};

/** The number as it stands on the document: `INV-000012`. With its issuer it names one document. */
export function documentNumber({
  kind,
  number,
}: {
  readonly kind: InvoiceKind;
  readonly number: number;
}): string {
  return `${SERIES[kind]}-${String(number).padStart(6, '0')}`;
}
