/** Invoices and credit notes as pages link them: plain types for server and browser. */
import type { Money } from '@/lib/kernel/money';

export const SALE_KINDS = ['invoice', 'credit_note'] as const;
export const COMMISSION_KINDS = ['commission_invoice', 'commission_credit_note'] as const;

export type InvoiceKind = (typeof SALE_KINDS)[number] | (typeof COMMISSION_KINDS)[number];

export type InvoiceView = {
  /** `inv_…` */
  readonly invoiceId: string;
  readonly kind: InvoiceKind;
  /** As it stands on the document: `INV-000012`. */
  readonly number: string;
  /** `slo_…`; null for the market's commission. */
  readonly sellerOrderId: string | null;
  /** Of the order it is for; null likewise. */
  readonly orderNumber: string | null;
  /** The month of the commission: `2026-11`; null for a sale. */
  readonly period: string | null;
  readonly total: Money;
  /** Contained in the total. */
  readonly tax: Money;
  readonly issuedAt: string;
};

/** Sums of documents. `gross` is `net` and `tax`; below zero where more was taken back than issued. */
type Taxed = { readonly net: Money; readonly tax: Money; readonly gross: Money };

/** What was sold to one country at one rate. */
export type SalesTaxed = Taxed & {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly taxBasisPoints: number;
  /** Who has to pay it to the authorities: where tax is added at checkout, the market does. */
  readonly owedBy: 'seller' | 'market';
};

/** What the market took under one rule of tax. */
export type CommissionTaxed = Taxed & { readonly rule: 'domestic' | 'reverse_charge' | 'outside_eu' };

export type TaxReport = {
  readonly period: string;
  readonly sales: readonly SalesTaxed[];
  readonly commission: readonly CommissionTaxed[];
};
