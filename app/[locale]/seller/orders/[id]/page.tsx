import { notFound } from 'next/navigation';
import { InvoiceLinks } from '@/components/invoices/invoice-links';
import { Photo } from '@/components/media/photo';
import { DisputeCard } from '@/components/orders/dispute-card';
import { SayOnDispute } from '@/components/orders/say-on-dispute';
import { OrderActions } from '@/components/seller/order-actions';
import { PackedPieces } from '@/components/seller/packed-pieces';
import { PartRefunds } from '@/components/seller/part-refunds';
import { SellerOrderBadge } from '@/components/seller/order-table';
import { SendParcel } from '@/components/seller/send-parcel';
import { SentParcels } from '@/components/seller/sent-parcels';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { Card, Section } from '@/components/ui/card';
import { FileText, MessageCircle, Tag } from '@/components/ui/icons';
import { FormStatus } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { AmountList } from '@/components/workspace/amount-list';
import { PageHead } from '@/components/workspace/page-head';
import { listUnread } from '@/lib/conversations';
import { listParcelsOfSellerOrder } from '@/lib/fulfilment';
import { CARRIERS } from '@/lib/fulfilment/model';
import { DESK, mayAtDesk, requirePage } from '@/lib/http';
import { countryName, formatDate, formatMoney } from '@/lib/i18n';
import { listInvoicesOfSellerOrder } from '@/lib/invoices';
import { parsePublicId, publicId } from '@/lib/kernel/ids';
import { getSellerOrder } from '@/lib/orders';
import type { OrderLineView, SellerOrderView } from '@/lib/orders/model';
import { listDisputesOfOrder, listRefundsOfSellerOrder } from '@/lib/payments';
import {
  acceptOrder,
  cancelOrder,
  confirmDelivery,
  sayOnDispute,
  sendParcel,
  unpackOrder,
} from '../../actions';

export default async function SellerOrderPage({ params }: PageProps<'/[locale]/seller/orders/[id]'>) {
  const { id } = await params;
  const { db, locale, seller } = await requirePage(DESK.seeOrders, `/seller/orders/${id}`, params);
  const sellerOrderId = parsePublicId('slo', id);
  const found = sellerOrderId && (await getSellerOrder(db, seller.sellerId, sellerOrderId));
  if (!found) notFound();
  const { order, part } = found;
  const handles = mayAtDesk(seller.role, DESK.handleOrders);
  const orderId = parsePublicId('ord', order.orderId);
  const [parcels, refunds, invoices, disputes, unread] = await Promise.all([
    listParcelsOfSellerOrder(db, sellerOrderId),
    listRefundsOfSellerOrder(db, sellerOrderId),
    listInvoicesOfSellerOrder(db, sellerOrderId),
    orderId ? listDisputesOfOrder(db, orderId, { sellerId: seller.sellerId }) : [],
    listUnread(db, sellerOrderId, 'seller'),
  ]);
  const tDispute = await words('disputes');
  const tMessages = await words('conversations');
  const tPacking = await words('packing');
  const t = await words('seller');
  const { address } = order;
  const negative = (amountMinor: number) => ({ amountMinor: -amountMinor, currency: part.total.currency });
  return (
    <>
      <PageHead
        title={t('order.title', { number: order.number })}
        lead={t('order.placed', { date: formatDate(order.placedAt, locale, 'dateTime') })}
      >
        <SellerOrderBadge status={part.status} />
        <ButtonLink href={`/seller/messages/${publicId('cnv', sellerOrderId)}`} size="small">
          <MessageCircle aria-hidden className="size-5" />
          {tMessages(unread.length > 0 ? 'seller.unread' : 'seller.write', { count: unread.length })}
        </ButtonLink>
        {part.lines.some(({ toShip }) => toShip > 0) && (
          <a
            href={`/api/seller/orders/packing-slips?sellerOrderIds=${part.sellerOrderId}`}
            download
            className={buttonClass({ size: 'small' })}
          >
            <FileText aria-hidden className="size-5" />
            {tPacking('oneSlip')}
          </a>
        )}
        {handles && part.lines.some(({ toShip }) => toShip > 0) && (
          <a
            href={`/api/seller/orders/address-labels?sellerOrderIds=${part.sellerOrderId}`}
            download
            className={buttonClass({ size: 'small' })}
          >
            <Tag aria-hidden className="size-5" />
            {tPacking('oneLabel')}
          </a>
        )}
      </PageHead>
      <div className="grid items-start gap-6 md:grid-cols-[1fr_22rem]">
        <div className="grid gap-8 max-md:order-2">
          {part.cancelReason && (
            <FormStatus kind="warning">{t('order.cancelled', { reason: part.cancelReason })}</FormStatus>
          )}
          {part.isLate && (
            <FormStatus kind="warning">
              {t('order.late', { date: formatDate(part.promisedTo, locale, 'weekday') })}
            </FormStatus>
          )}
          {disputes.map((dispute) => (
            <DisputeCard key={dispute.disputeId} dispute={dispute}>
              {handles && (
                <SayOnDispute
                  disputeId={dispute.disputeId}
                  action={sayOnDispute}
                  words={{
                    label: tDispute('add'),
                    hint: tDispute('addHint'),
                    button: tDispute('addButton'),
                    done: tDispute('added'),
                  }}
                />
              )}
            </DisputeCard>
          ))}
          <Section title={t('order.lines')}>
            <ul className="grid gap-3">
              {part.lines.map((line) => (
                <PackLine
                  key={line.lineId}
                  line={line}
                  sku={line.sellerSku && t('order.sku', { sku: line.sellerSku })}
                  cancelled={line.cancelled > 0 && t('order.cancelledPieces', { count: line.cancelled })}
                />
              ))}
            </ul>
          </Section>
          {parcels.length > 0 && (
            <SentParcels
              parcels={parcels}
              lines={part.lines}
              confirmDelivery={handles ? confirmDelivery : null}
            />
          )}
          <Section title={t('order.history')}>
            <ol className="grid gap-2 border-s-2 border-line ps-4">
              {order.history.map((item, index) => (
                <li key={index} className="flex flex-wrap justify-between gap-x-4 text-sm">
                  <span>{t(`event.${item.event}`)}</span>
                  <time dateTime={item.occurredAt} className="text-muted">
                    {formatDate(item.occurredAt, locale, 'dateTime')}
                  </time>
                </li>
              ))}
            </ol>
          </Section>
        </div>
        <div className="grid gap-4">
          {handles && <Handle part={part} />}
          <Card className="grid gap-2 p-4">
            <h2 className="text-lg">{t('order.address')}</h2>
            <address className="not-italic">
              {[
                address.recipient,
                address.line1,
                address.line2,
                `${address.postalCode} ${address.city}`,
                address.region,
                countryName(address.country, locale),
                address.phone,
              ]
                .filter((line) => line.trim() !== '')
                .map((line) => (
                  <span key={line} className="block">
                    {line}
                  </span>
                ))}
            </address>
            <p className="text-sm text-muted">
              {t('order.promise', {
                from: formatDate(part.promisedFrom, locale, 'dayMonth'),
                to: formatDate(part.promisedTo, locale, 'dayMonth'),
              })}
            </p>
          </Card>
          <Card className="grid gap-3 p-4">
            <h2 className="text-lg">{t('order.money')}</h2>
            <AmountList
              locale={locale}
              rows={[
                { label: t('order.goods'), amount: part.goods },
                ...(part.discount.amountMinor > 0
                  ? [{ label: t('order.discount'), amount: negative(part.discount.amountMinor) }]
                  : []),
                { label: t('order.shipping'), amount: part.shipping },
                { label: t('order.buyerPaid'), amount: part.total, strong: true },
                ...(part.taxMode === 'exclusive'
                  ? [{ label: t('order.addedTax'), amount: negative(part.tax.amountMinor) }]
                  : []),
                { label: t('order.commission'), amount: negative(part.commission.amountMinor) },
                { label: t('order.keep'), amount: part.keeps, strong: true },
              ]}
            />
            <p className="text-sm text-muted">
              {part.taxMode === 'inclusive'
                ? t('order.taxIncluded', { tax: formatMoney(part.tax, locale) })
                : t('order.taxAdded')}
            </p>
          </Card>
          {refunds.length > 0 && <PartRefunds part={part} refunds={refunds} />}
          {invoices.length > 0 && (
            <Card className="grid gap-2 p-4">
              <h2 className="text-lg">{t('order.invoices')}</h2>
              <InvoiceLinks invoices={invoices} under="/api/seller/invoices" />
            </Card>
          )}
        </div>
      </div>
    </>
  );
}

/** What can be done about it now: accept, send, call off. */
async function Handle({ part }: { part: SellerOrderView }) {
  const t = await words('seller');
  return (
    <>
      <PackedPieces part={part} unpack={unpackOrder} />
      <Send part={part} />
      <OrderActions
        part={part}
        lines={openLines(part, (title) => t('send.quantity', { title }))}
        actions={{ accept: acceptOrder, cancel: cancelOrder }}
        words={{
          accept: t('order.accept'),
          cancel: t('order.cancel'),
          cancelLead: t('order.cancelLead'),
          cancelReason: t('order.cancelReason'),
          legend: t('order.cancelPieces'),
          less: t('send.less'),
          more: t('send.more'),
        }}
      />
    </>
  );
}

async function Send({ part }: { part: SellerOrderView }) {
  if (part.status !== 'to_ship' && part.status !== 'partly_shipped') return null;
  const t = await words('seller');
  const lines = openLines(part, (title) => t('send.quantity', { title }));
  return (
    <SendParcel
      // Begins anew for what a parcel has left over.
      key={lines.map(({ lineId, most }) => `${lineId} ${most}`).join()}
      sellerOrderId={part.sellerOrderId}
      action={sendParcel}
      carriers={Object.values(CARRIERS)}
      lines={lines}
      words={{
        title: t('send.title'),
        lead: t('send.lead'),
        contents: t('send.contents'),
        carrier: t('send.carrier'),
        carrierHint: t('send.carrierHint'),
        trackingNumber: t('send.trackingNumber'),
        trackingHint: t('send.trackingHint'),
        optional: t('send.optional'),
        send: t('send.send'),
        less: t('send.less'),
        more: t('send.more'),
      }}
    />
  );
}

/** What is neither sent nor cancelled, to choose pieces of. */
function openLines(part: SellerOrderView, label: (title: string) => string) {
  return part.lines
    .filter(({ toShip }) => toShip > 0)
    .map(({ lineId, title, variantLabel, toShip }) => ({
      lineId,
      title: [title, variantLabel].filter(Boolean).join(', '),
      most: toShip,
      quantityLabel: label(title),
    }));
}

type PackLineProps = { line: OrderLineView; sku: string; cancelled: string | false };

function PackLine({ line, sku, cancelled }: PackLineProps) {
  return (
    <li className="flex gap-4">
      <Photo picture={line.image} sizes="80px" decorative className="size-20 shrink-0 rounded-md" />
      <div className="min-w-0 flex-1">
        <p className="font-strong">{line.title}</p>
        <p className="text-sm text-muted">{[line.variantLabel, sku].filter(Boolean).join(' · ')}</p>
        {cancelled && <p className="text-sm text-danger">{cancelled}</p>}
      </div>
      <p className="text-lg font-strong tabular-nums">× {line.quantity}</p>
    </li>
  );
}
