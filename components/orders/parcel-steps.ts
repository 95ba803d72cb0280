import type { OrderHistoryItem, SellerOrderView } from '@/lib/orders/model';

export type StepName =
  'placed' | 'paid' | 'accepted' | 'partlyShipped' | 'shipped' | 'delivered' | 'cancelled';

/** `at` is null for what is still to come. */
export type ParcelStep = { readonly name: StepName; readonly at: string | null };

const EVENTS: Readonly<Record<StepName, string>> = {
  placed: 'order.placed',
  paid: 'order.paid',
  accepted: 'seller_order.accepted',
  partlyShipped: 'seller_order.partly_shipped',
  shipped: 'seller_order.shipped',
  delivered: 'seller_order.delivered',
  cancelled: 'seller_order.cancelled',
};

const WAY: readonly StepName[] = ['placed', 'paid', 'accepted', 'partlyShipped', 'shipped', 'delivered'];

/** What happened to one seller's part and what is to come; a cancelled one ends where it was cancelled. */
export function parcelSteps(
  { sellerOrderId, status }: SellerOrderView,
  history: readonly OrderHistoryItem[],
): ParcelStep[] {
  const at = (name: StepName) =>
    history.find(
      (item) => item.event === EVENTS[name] && (item.sellerOrderId ?? sellerOrderId) === sellerOrderId,
    )?.occurredAt ?? null;
  const way = WAY.map((name) => ({ name, at: at(name) })).filter(
    // Most parts leave at once: of leaving bit by bit is only told when it happened.
    (step) => step.name !== 'partlyShipped' || step.at !== null,
  );
  if (status !== 'cancelled') return way;
  const ended =
    at('cancelled') ?? history.find(({ event }) => event === 'order.cancelled')?.occurredAt ?? null;
  return [...way.filter((step) => step.at !== null), { name: 'cancelled', at: ended }];
}
