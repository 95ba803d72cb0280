import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { wayToPayWords } from '@/components/checkout/checkout-words';
import { presentCards } from '@/components/checkout/present-cards';
import { InvoiceLinks } from '@/components/invoices/invoice-links';
import { MessageLink } from '@/components/conversations/message-link';
import { CancelPieces } from '@/components/orders/cancel-pieces';
import { ConfirmArrival } from '@/components/orders/confirm-arrival';
import { OrderForm } from '@/components/orders/order-form';
import { OrderHead } from '@/components/orders/order-head';
import {
  isCancellable,
  isMoving,
  isPartlyCancellable,
  orderPhase,
  type OrderPhase,
} from '@/components/orders/order-phase';
import { OrderReceipt } from '@/components/orders/order-receipt';
import { ParcelCard } from '@/components/orders/parcel-card';
import { PayOrder } from '@/components/orders/pay-order';
import { OrderReturns } from '@/components/returns/order-returns';
import { Folded } from '@/components/ui/folded';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { LivePage } from '@/components/workspace/live-page';
import { HOLD_SECONDS } from '@/lib/checkout';
import { listUnreadOfOrder } from '@/lib/conversations';
import { listParcelsOfOrder } from '@/lib/fulfilment';
import { requirePage } from '@/lib/http';
import { formatMoney, localePath, type Locale } from '@/lib/i18n';
import { listInvoicesOfOrder } from '@/lib/invoices';
import { parsePublicId } from '@/lib/kernel/ids';
import { getOrder } from '@/lib/orders';
import type { OrderView, SellerOrderView } from '@/lib/orders/model';
import { getPayment } from '@/lib/payments';
import { getOrderState, getReturnable, listReturnsOfOrder } from '@/lib/returns';
import type { Returnable } from '@/lib/returns/model';
import type { Database } from '@/lib/platform/database';
import { stripeBrowserSources } from '@/lib/platform/stripe-browser';
import { savedCardsOf } from '../../checkout/saved-cards';
import {
  beginReturnPhoto,
  cancel,
  cancelPieces,
  confirmArrival,
  finishReturnPhoto,
  moveReturn,
  orderAgain,
  pay,
  startReturn,
} from '../actions';
import { openOrder } from '../order-reader';
import { lookAtPayment } from './look-at-payment';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('orders');
  // The address names the order and may, for a moment, hold what opens it.
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

export default async function OrderPage({ params, searchParams }: PageProps<'/[locale]/orders/[number]'>) {
  const { number: typed } = await params;
  const { actor, db, locale, clock } = await requirePage('public', `/orders/${typed}`, params);
  const { key } = await searchParams;
  if (typeof key === 'string') {
    redirect(`/api/orders/${encodeURIComponent(typed)}/open?key=${encodeURIComponent(key)}`);
  }
  const open = await openOrder(db, actor, typed);
  if (!open) notFound();

  const { orderId, number, reader } = open;
  const openIntent = await lookAtPayment(db, orderId, clock());
  const state = await getOrderState(db, orderId);
  const [order, payment, parcels, returns, invoices, unread] = await Promise.all([
    getOrder(db, number, reader),
    getPayment(db, orderId),
    listParcelsOfOrder(db, orderId),
    listReturnsOfOrder(db, orderId),
    listInvoicesOfOrder(db, orderId),
    listUnreadOfOrder(db, orderId, 'buyer'),
  ]);
  if (!order) notFound();
  const phase = orderPhase(order, payment);
  // The provider's return address carries the payment's secret: it does not stay in the bar once it is paid.
  if (phase !== 'pending' && 'payment_intent' in (await searchParams)) {
    redirect(localePath(locale, `/orders/${number}`));
  }
  const returnables = await returnablesOf(db, orderId, order, clock());
  const refundsOf = (sellerOrderId: string) =>
    payment?.refunds.filter((refund) => refund.sellerOrderId === sellerOrderId) ?? [];
  const invoicesOf = (part: SellerOrderView) =>
    invoices.filter(({ sellerOrderId }) => sellerOrderId === part.sellerOrderId);
  return (
    <div className="page grid gap-8 pt-6 md:pt-10">
      {isMoving(phase, payment, returns) && (
        <LivePage events={`/api/orders/${number}/events`} state={state} />
      )}
      <OrderHead
        order={order}
        phase={phase}
        parcelCount={parcels.length}
        heldUntil={new Date(Date.parse(order.placedAt) + HOLD_SECONDS * 1000)}
      >
        <NextStep phase={phase} number={number} />
      </OrderHead>
      <div className="grid items-start gap-8 md:grid-cols-[1fr_22rem] lg:gap-12">
        <div className="grid min-w-0 gap-6">
          {phase === 'pending' && (
            <Pay
              order={order}
              db={db}
              locale={locale}
              customerId={actor.kind === 'user' ? actor.customerId : null}
              savesCard={openIntent?.savesCard ?? false}
            />
          )}
          {order.sellerOrders.map((part) => (
            <ParcelCard
              key={part.sellerOrderId}
              part={part}
              parcels={parcels.filter(({ sellerOrderId }) => sellerOrderId === part.sellerOrderId)}
              history={order.history}
              refunds={refundsOf(part.sellerOrderId)}
              actOnParcel={(parcel) => (
                <ConfirmArrival number={number} parcel={parcel} action={confirmArrival} />
              )}
            >
              {invoicesOf(part).length > 0 && (
                <div className="border-t border-line px-4 py-2 md:px-6">
                  <InvoiceLinks invoices={invoicesOf(part)} under={`/api/orders/${number}/invoices`} />
                </div>
              )}
              {order.status === 'paid' && (
                <MessageLink
                  href={`/orders/${number}/messages/${part.sellerOrderId}`}
                  name={part.sellerName}
                  unread={unread.get(part.sellerOrderId)}
                />
              )}
              {isPartlyCancellable(part) && <CancelSome number={number} part={part} />}
              <OrderReturns
                number={number}
                part={part}
                returns={returns.filter(({ sellerOrderId }) => sellerOrderId === part.sellerOrderId)}
                returnable={returnables.get(part.sellerOrderId) ?? null}
                actions={{
                  request: startReturn,
                  move: moveReturn,
                  photos: { begin: beginReturnPhoto, finish: finishReturnPhoto },
                }}
              />
            </ParcelCard>
          ))}
          {isCancellable(order) && <Cancel number={number} isPaid={order.status === 'paid'} />}
        </div>
        <OrderReceipt order={order} payment={payment} />
      </div>
    </div>
  );
}

/** What can be given back, by seller order. */
async function returnablesOf(
  db: Database,
  orderId: string,
  order: OrderView,
  now: Date,
): Promise<ReadonlyMap<string, Returnable>> {
  const found = await Promise.all(
    order.sellerOrders.map(async (part) => {
      const sellerOrderId = parsePublicId('slo', part.sellerOrderId);
      return sellerOrderId && part.status === 'delivered'
        ? getReturnable(db, { orderId, sellerOrderId }, now)
        : null;
    }),
  );
  return new Map(found.flatMap((returnable) => (returnable ? [[returnable.sellerOrderId, returnable]] : [])));
}

async function NextStep({ phase, number }: { phase: OrderPhase; number: string }) {
  const t = await words('orders');
  if (!['expired', 'calledOff', 'soldOut'].includes(phase)) return null;
  return (
    <OrderForm number={number} action={orderAgain}>
      <SubmitButton className="justify-self-start">{t('again.button')}</SubmitButton>
    </OrderForm>
  );
}

type PayProps = {
  order: OrderView;
  db: Database;
  locale: Locale;
  customerId: string | null;
  savesCard: boolean;
};

async function Pay({ order, db, locale, customerId, savesCard }: PayProps) {
  const { total, credit } = order;
  const toPay = { ...total, amountMinor: total.amountMinor - credit.amountMinor };
  const t = await words('orders');
  const checkout = await words('checkout');
  const { scriptUrl, publishableKey } = stripeBrowserSources();
  const { recipient, region, ...address } = order.address;
  return (
    <PayOrder
      number={order.number}
      total={toPay}
      savesCard={savesCard}
      payer={{
        name: recipient,
        email: order.email,
        phone: address.phone,
        address: { ...address, state: region },
      }}
      cards={await presentCards(customerId ? await savedCardsOf(db, customerId) : [])}
      source={{ scriptUrl, publishableKey, locale }}
      action={pay}
      words={{
        ...(await wayToPayWords()),
        title: t('pay.title'),
        button: checkout('place.button', { amount: formatMoney(toPay, locale) }),
        refused: t('pay.refused'),
        fault: t('pay.fault'),
      }}
    />
  );
}

async function CancelSome({ number, part }: { number: string; part: SellerOrderView }) {
  const t = await words('orders');
  return (
    <CancelPieces
      number={number}
      sellerOrderId={part.sellerOrderId}
      version={part.version}
      action={cancelPieces}
      lines={part.lines
        .filter(({ toShip }) => toShip > 0)
        .map(({ lineId, title, variantLabel, toShip }) => ({
          lineId,
          title: [title, variantLabel].filter(Boolean).join(', '),
          most: toShip,
          quantityLabel: t('pieces.quantity', { title }),
        }))}
      words={{
        title: t('cancelSome.title'),
        lead: t('cancelSome.lead'),
        legend: t('cancelSome.legend'),
        button: t('cancelSome.button'),
        less: t('pieces.less'),
        more: t('pieces.more'),
      }}
    />
  );
}

async function Cancel({ number, isPaid }: { number: string; isPaid: boolean }) {
  const t = await words('orders');
  return (
    <Folded title={t('cancel.title')}>
      <p>{t(isPaid ? 'cancel.paid' : 'cancel.unpaid')}</p>
      <OrderForm number={number} action={cancel}>
        <SubmitButton variant="danger" className="justify-self-start">
          {t('cancel.button')}
        </SubmitButton>
      </OrderForm>
    </Folded>
  );
}
