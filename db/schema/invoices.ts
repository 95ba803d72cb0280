import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import { createdAt, currency, id, minor } from './columns';
import { orders, sellerOrders, type taxMode } from './orders';
import { refunds } from './payments';
import { sellers } from './sellers';

/** The first two are a seller's, to a buyer; the others are the market's, to a seller. */
export const invoiceKind = pgEnum('invoice_kind', [
  'invoice',
  'credit_note',
  'commission_invoice',
  'commission_credit_note',
]);

/** The last number of a series. Its row is locked from taking a number to writing the document: no number is lost. */
export const invoiceSeries = pgTable(
  'invoice_series',
  {
    id: id(),
    /** The seller who issues; null: the market. */
    issuerId: uuid().references(() => sellers.id),
    kind: invoiceKind().notNull(),
    lastNumber: integer().notNull().default(0),
  },
  (table) => [unique('invoice_series_once').on(table.issuerId, table.kind).nullsNotDistinct()],
);

/** Whoever stands on a document, as they were when it was issued. */
export type Party = {
  readonly name: string;
  /** The shop's name, where it is another; else empty. */
  readonly tradesAs: string;
  readonly line1: string;
  readonly line2: string;
  readonly postalCode: string;
  readonly city: string;
  readonly region: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** With its country's prefix; empty when it was not given. */
  readonly vatId: string;
};

/** Pieces of an order line, in minor units. `totalMinor` is what they cost the buyer, `taxMinor` the tax in it. */
export type SaleLine = {
  readonly orderLineId: string;
  readonly title: string;
  readonly sellerSku: string;
  readonly quantity: number;
  readonly taxBasisPoints: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  /** How the total came about; null on a credit note, where it is what goes back. */
  readonly price: SalePrice | null;
};

export type SalePrice = {
  /** Of one piece, without tax. */
  readonly unitNetMinor: number;
  /** Of all pieces, as the buyer was told. */
  readonly discountMinor: number;
  readonly shippingMinor: number;
};

export type SaleContent = {
  readonly about: 'sale';
  readonly issuer: Party;
  readonly recipient: Party;
  readonly orderNumber: string;
  readonly orderedAt: string;
  readonly paidAt: string;
  /** When the first parcel left. */
  readonly suppliedAt: string;
  /** Whether prices contained the tax, or it was added to them. */
  readonly taxMode: (typeof taxMode.enumValues)[number];
  /** Of an invoice, what was sold; of a credit note, what goes back. */
  readonly lines: readonly SaleLine[];
};

/** Who owes tax on a commission: see `lib/invoices/commission-tax.ts`. */
export type CommissionTaxRule = 'domestic' | 'reverse_charge' | 'outside_eu';

export type CommissionLine = {
  readonly orderNumber: string;
  readonly postedAt: string;
  /** What the market took of a sale; below zero what it gave back with a refund. Tax included. */
  readonly amountMinor: number;
  /** Of what is given back: the document it was charged on, when it is not this one. */
  readonly chargedOn: string | null;
};

export type CommissionContent = {
  readonly about: 'commission';
  readonly issuer: Party;
  readonly recipient: Party;
  /** A month in UTC: `2026-11`. */
  readonly period: string;
  readonly taxRule: CommissionTaxRule;
  readonly taxBasisPoints: number;
  readonly lines: readonly CommissionLine[];
};

/** Invoices and the credit notes that take some of them back. Append-only: a mistake is corrected by another. */
export const invoices = pgTable(
  'invoices',
  {
    id: id(),
    kind: invoiceKind().notNull(),
    issuerId: uuid().references(() => sellers.id),
    /** Counts up from 1 within issuer and kind. */
    number: integer().notNull(),
    /** Whose sale it was, or whose commission. */
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    orderId: uuid().references(() => orders.id),
    sellerOrderId: uuid().references(() => sellerOrders.id),
    /** The invoice a credit note takes something back of. */
    correctsId: uuid().references((): AnyPgColumn => invoices.id),
    /** What it documents, e.g. `refund:<uuid>`: the same thing is documented once. */
    cause: text().notNull().unique(),
    currency: currency().notNull(),
    /** Contained in the total. */
    taxMinor: minor().notNull(),
    /** Never below zero: a credit note says what goes back. */
    totalMinor: minor().notNull(),
    content: jsonb().$type<SaleContent | CommissionContent>().notNull(),
    issuedAt: createdAt(),
  },
  (table) => [
    unique('invoices_number').on(table.issuerId, table.kind, table.number).nullsNotDistinct(),
    // An order's page; a seller's own part of one.
    index().on(table.orderId),
    index().on(table.sellerOrderId),
    // What a seller files, newest first.
    index().on(table.sellerId, table.id.desc()),
    check('invoices_counts_from_one', sql`${table.number} > 0`),
    check('invoices_amounts', sql`${table.taxMinor} >= 0 and ${table.totalMinor} >= 0`),
    check(
      'invoices_issuer',
      sql`case when ${table.kind} in ('invoice', 'credit_note')
        then ${table.issuerId} = ${table.sellerId} and ${table.orderId} is not null and ${table.sellerOrderId} is not null
        else ${table.issuerId} is null and ${table.orderId} is null and ${table.sellerOrderId} is null end`,
    ),
    check('invoices_corrects', sql`(${table.kind} = 'credit_note') = (${table.correctsId} is not null)`),
  ],
);

/** Refunds asked for before the invoice: their pieces are not on it, and no credit note takes them back. Append-only. */
export const invoiceOmissions = pgTable(
  'invoice_omissions',
  {
    refundId: uuid()
      .primaryKey()
      .references(() => refunds.id),
    invoiceId: uuid()
      .notNull()
      .references(() => invoices.id),
  },
  (table) => [index().on(table.invoiceId)],
);
