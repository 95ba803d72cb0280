import type { OrderHistoryEvent } from '@/db/schema/orders';
import type { Money } from '@/lib/kernel/money';
import type { TaxMode } from '@/lib/pricing/model';
import type { Picture } from '@/lib/media/model';

export type OrderStatus = 'pending_payment' | 'paid' | 'cancelled';

export const SELLER_ORDER_STATUSES = [
  'pending_payment',
  'to_accept',
  'to_ship',
  'partly_shipped',
  'shipped',
  'delivered',
  'cancelled',
] as const;
export type SellerOrderStatus = (typeof SELLER_ORDER_STATUSES)[number];

/** Where a seller works: what waits for it, and beneath what is over. */
export const WORK_QUEUES = ['to_accept', 'to_ship', 'late', 'shipped'] as const;
export const SELLER_QUEUES = [...WORK_QUEUES, 'delivered', 'cancelled'] as const;

export type WorkQueue = (typeof WORK_QUEUES)[number];
export type SellerQueue = (typeof SELLER_QUEUES)[number];

export type Address = {
  readonly recipient: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly phone: string;
};

export type OrderLineView = {
  readonly lineId: string;
  readonly productId: string;
  readonly title: string;
  readonly variantLabel: string;
  readonly sellerSku: string;
  readonly image: Picture | null;
  readonly productSlug: string | null;
  readonly quantity: number;
  readonly cancelled: number;
  /** Neither sent nor cancelled. */
  readonly toShip: number;
  /** Of what is to be sent: checked and put into a box. */
  readonly packed: number;
  readonly unitPrice: Money;
  /** Goods less discounts, without delivery and added tax. */
  readonly total: Money;
};

/** One seller's part of an order, as buyer, seller and operator see it. */
export type SellerOrderView = {
  readonly sellerOrderId: string;
  readonly sellerId: string;
  readonly sellerName: string;
  readonly sellerSlug: string;
  readonly status: SellerOrderStatus;
  /** Counts its changes; whoever acts on it says which state of it they saw. */
  readonly version: number;
  readonly lines: readonly OrderLineView[];
  readonly goods: Money;
  readonly discount: Money;
  readonly shipping: Money;
  /** Whether the tax is contained in the prices, or was added to them. */
  readonly taxMode: TaxMode;
  readonly tax: Money;
  readonly total: Money;
  readonly commission: Money;
  /** What the seller is owed for it: the price without added tax, with what the market gave off it, less commission. */
  readonly keeps: Money;
  readonly deliveryCode: string;
  readonly promisedFrom: string;
  readonly promisedTo: string;
  readonly cancelReason: string | null;
  /** The promise has passed, and not everything has arrived. */
  readonly isLate: boolean;
};

export type OrderHistoryItem = {
  readonly event: OrderHistoryEvent;
  readonly sellerOrderId: string | null;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly occurredAt: string;
};

export type OrderView = {
  readonly orderId: string;
  readonly number: string;
  readonly status: OrderStatus;
  readonly email: string;
  readonly placedAt: string;
  readonly address: Address;
  readonly goods: Money;
  readonly discount: Money;
  readonly shipping: Money;
  /** Whether the tax is contained in the prices, or was added to them. */
  readonly taxMode: TaxMode;
  readonly tax: Money;
  readonly total: Money;
  /** What of the total store credit paid. */
  readonly credit: Money;
  readonly sellerOrders: readonly SellerOrderView[];
  readonly history: readonly OrderHistoryItem[];
};

/** One row of an order list. */
export type OrderSummary = {
  readonly number: string;
  readonly status: OrderStatus;
  readonly parcelStatuses: readonly SellerOrderStatus[];
  readonly total: Money;
  readonly itemCount: number;
  readonly pictures: readonly Picture[];
  readonly firstTitle: string;
  readonly placedAt: string;
};

/** One row of a seller's queue. */
export type SellerOrderSummary = {
  readonly sellerOrderId: string;
  readonly orderNumber: string;
  readonly status: SellerOrderStatus;
  readonly buyerName: string;
  readonly total: Money;
  readonly itemCount: number;
  readonly firstTitle: string;
  /** All that is to be sent lies in a box. */
  readonly isPacked: boolean;
  readonly placedAt: string;
  /** By when it has to leave; null once everything has left, or where that was not kept. */
  readonly shipBy: string | null;
  /** The last day of the delivery promise. */
  readonly promisedTo: string;
  readonly isLate: boolean;
};

/** What of one seller's part is still to be sent, and where to. */
export type PartToPack = {
  readonly sellerOrderId: string;
  readonly orderNumber: string;
  readonly status: SellerOrderStatus;
  readonly placedAt: string;
  readonly address: Address;
  readonly lines: readonly LineToPack[];
};

export type LineToPack = {
  readonly lineId: string;
  readonly variantId: string;
  readonly offerId: string;
  readonly title: string;
  readonly variantLabel: string;
  readonly sellerSku: string;
  readonly image: Picture | null;
  /** Neither sent nor cancelled; at least one. */
  readonly quantity: number;
  /** So many of them lie in a box. */
  readonly packed: number;
};
