import type Stripe from 'stripe';
import type { TestCardName } from '../outcomes/test-cards';
import { Collection } from './collection';

/** A Stripe object as it is kept: what a request may expand is an id. */
export type Stored<T> = { [K in keyof T]: string extends T[K] ? Exclude<T[K], { object: string }> : T[K] };

export type Customer = Stored<Stripe.Customer>;
export type PaymentMethod = Stored<Stripe.PaymentMethod>;
export type PaymentIntent = Stored<Stripe.PaymentIntent>;
export type Charge = Stored<Stripe.Charge>;
export type Refund = Stored<Stripe.Refund>;
export type BalanceTransaction = Stored<Stripe.BalanceTransaction>;
export type Dispute = Omit<Stored<Stripe.Dispute>, 'balance_transactions'> & {
  readonly balance_transactions: BalanceTransaction[];
};

export type Account = Stored<Stripe.Account>;
export type Transfer = Stored<Stripe.Transfer>;
export type Topup = Stored<Stripe.Topup>;
export type TransferReversal = Stored<Stripe.TransferReversal>;
/** With the connected account whose money it is. */
export type Payout = Stored<Stripe.Payout> & { readonly account: string };

/** A way into the onboarding pages, once. */
export type AccountLink = {
  readonly id: string;
  readonly account: string;
  readonly refresh_url: string;
  readonly return_url: string;
  readonly used: boolean;
  /** Unix seconds. */
  readonly expires_at: number;
};

/** What an event tells about. */
export type Subject =
  Customer | PaymentMethod | PaymentIntent | Charge | Refund | Dispute | Account | Transfer | Payout;

/** An event, frozen when it happened. */
export type SandboxEvent = Omit<Stripe.EventBase, 'data' | 'type'> & {
  readonly type: Stripe.Event.Type;
  readonly data: { readonly object: Subject; readonly previous_attributes?: Partial<Subject> };
};

/** What stands behind a payment method and no answer shows: how it behaves, and whether it is spent. */
export type Instrument = {
  readonly id: string;
  readonly behaviour: TestCardName | 'paypal';
  /** Used without a customer, or detached: Stripe lets nobody use it again. */
  readonly spent: boolean;
  /** Authenticated while being saved; later off-session payments need no challenge. */
  readonly setUp: boolean;
};

/** One event on its way to the webhook endpoint; `id` is the event's. */
export type Delivery = {
  readonly id: string;
  readonly state: 'pending' | 'delivered';
  readonly attempts: number;
  readonly lastStatus: number | null;
  /** Unix milliseconds. */
  readonly nextAttemptAt: number;
};

/** The first answer to an idempotency key, given again to the same request. */
export type KeptAnswer = {
  readonly id: string;
  readonly fingerprint: string;
  readonly status: number;
  readonly body: object;
  readonly requestId: string;
  /** Unix seconds. */
  readonly created: number;
};

export type Tables = {
  customer: Customer;
  payment_method: PaymentMethod;
  instrument: Instrument;
  payment_intent: PaymentIntent;
  charge: Charge;
  refund: Refund;
  dispute: Dispute;
  balance_transaction: BalanceTransaction;
  account: Account;
  account_link: AccountLink;
  topup: Topup;
  transfer: Transfer;
  transfer_reversal: TransferReversal;
  payout: Payout;
  event: SandboxEvent;
  delivery: Delivery;
  kept_answer: KeptAnswer;
};

export type TableName = keyof Tables;

export const TABLE_NAMES = [
  'customer',
  'payment_method',
  'instrument',
  'payment_intent',
  'charge',
  'refund',
  'dispute',
  'balance_transaction',
  'account',
  'account_link',
  'topup',
  'transfer',
  'transfer_reversal',
  'payout',
  'event',
  'delivery',
  'kept_answer',
] as const satisfies readonly TableName[];

export type Collections = { readonly [N in TableName]: Collection<Tables[N]> };

export function emptyCollections(): Collections {
  return {
    customer: new Collection(),
    payment_method: new Collection({ customer: (row) => row.customer }),
    instrument: new Collection(),
    payment_intent: new Collection({ customer: (row) => row.customer }),
    charge: new Collection({ payment_intent: (row) => row.payment_intent, customer: (row) => row.customer }),
    refund: new Collection({ charge: (row) => row.charge, payment_intent: (row) => row.payment_intent }),
    dispute: new Collection({ charge: (row) => row.charge, payment_intent: (row) => row.payment_intent }),
    balance_transaction: new Collection({ source: (row) => row.source }),
    account: new Collection(),
    account_link: new Collection(),
    topup: new Collection(),
    transfer: new Collection({ destination: (row) => row.destination }),
    transfer_reversal: new Collection({ transfer: (row) => row.transfer }),
    payout: new Collection({ account: (row) => row.account }),
    event: new Collection(),
    delivery: new Collection(),
    kept_answer: new Collection(),
  };
}
