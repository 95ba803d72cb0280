import { notFound } from 'next/navigation';
import { AuditTrail } from '@/components/admin/audit-trail';
import { DecisionForm } from '@/components/admin/decision-form';
import { OrderStatusBadge } from '@/components/admin/status-badges';
import { InvoiceLinks } from '@/components/invoices/invoice-links';
import { DisputeCard } from '@/components/orders/dispute-card';
import { Parcels } from '@/components/orders/parcels';
import { SayOnDispute } from '@/components/orders/say-on-dispute';
import { SellerOrderBadge } from '@/components/seller/order-table';
import { Card, Section } from '@/components/ui/card';
import { Folded } from '@/components/ui/folded';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import { AmountList } from '@/components/workspace/amount-list';
import { PageHead } from '@/components/workspace/page-head';
import { listAudit } from '@/lib/audit';
import { listParcelsOfOrder } from '@/lib/fulfilment';
import { requirePage } from '@/lib/http';
import { countryName, formatDate, formatMoney } from '@/lib/i18n';
import { listInvoicesOfOrder } from '@/lib/invoices';
import { parsePublicId } from '@/lib/kernel/ids';
import { getOrder, parseOrderNumber } from '@/lib/orders';
import { getPaymentOfOrder, listDisputesOfOrder } from '@/lib/payments';
import { submitEvidence } from '../../money/actions';
import { confirmArrival } from '../actions';

export default async function AdminOrderPage({ params }: PageProps<'/[locale]/admin/orders/[number]'>) {
  const { number: typed } = await params;
  const { db, locale } = await requirePage('staff', `/admin/orders/${typed}`, params);
  const number = parseOrderNumber(typed);
  const order = number && (await getOrder(db, number, 'staff'));
  const orderId = order && parsePublicId('ord', order.orderId);
  if (!orderId) notFound();
  const [t, tOrder, tDispute, payment, disputes, parcels, invoices, audit] = await Promise.all([
    words('admin'),
    words('seller'),
    words('disputes'),
    getPaymentOfOrder(db, orderId),
    listDisputesOfOrder(db, orderId, 'staff'),
    listParcelsOfOrder(db, orderId),
    listInvoicesOfOrder(db, orderId),
    listAudit(db, { type: 'order', id: orderId }),
  ]);
  const { address } = order;
  return (
    <>
      <PageHead
        title={t('order.title', { number: order.number })}
        lead={t('order.placed', { date: formatDate(order.placedAt, locale, 'dateTime'), email: order.email })}
      >
        <OrderStatusBadge status={order.status} />
      </PageHead>
      <div className="grid items-start gap-8 md:grid-cols-[1fr_24rem]">
        <div className="grid gap-8">
          {disputes.map((dispute) => (
            <DisputeCard key={dispute.disputeId} dispute={dispute}>
              <SayOnDispute
                disputeId={dispute.disputeId}
                action={submitEvidence}
                words={{
                  label: tDispute('words'),
                  hint: tDispute('wordsHint'),
                  button: tDispute('submit'),
                  done: '',
                }}
              />
            </DisputeCard>
          ))}
          {order.sellerOrders.map((part) => (
            <Section
              key={part.sellerOrderId}
              title={
                <Link href={`/admin/sellers/${part.sellerId}`} className="hover:underline">
                  {part.sellerName}
                </Link>
              }
              aside={<SellerOrderBadge status={part.status} />}
            >
              <ul className="mb-3 grid gap-1">
                {part.lines.map((line) => (
                  <li key={line.lineId} className="flex justify-between gap-4">
                    <Link
                      href={`/admin/products/${line.productId}`}
                      className="min-w-0 truncate hover:underline"
                    >
                      {line.quantity} × {line.title} {line.variantLabel && `(${line.variantLabel})`}
                    </Link>
                    <span className="tabular-nums">{formatMoney(line.total, locale)}</span>
                  </li>
                ))}
              </ul>
              <AmountList
                locale={locale}
                rows={[
                  { label: tOrder('order.shipping'), amount: part.shipping },
                  { label: tOrder('order.buyerPaid'), amount: part.total, strong: true },
                  { label: tOrder('order.commission'), amount: part.commission },
                  { label: t('order.keeps'), amount: part.keeps },
                ]}
              />
              <Parcels
                part={part}
                parcels={parcels.filter(({ sellerOrderId }) => sellerOrderId === part.sellerOrderId)}
                act={({ shipmentId }) => (
                  <Folded title={t('order.arrived')}>
                    <DecisionForm
                      subject={{ shipmentId }}
                      action={confirmArrival}
                      decisions={[{ name: 'arrived', label: t('order.arrived'), isGrave: false }]}
                      words={{
                        reason: t('decide.reason'),
                        reasonHint: t('decide.reasonHint'),
                        done: t('decide.done'),
                      }}
                    />
                  </Folded>
                )}
              />
              <InvoiceLinks
                invoices={invoices.filter(({ sellerOrderId }) => sellerOrderId === part.sellerOrderId)}
                under="/api/admin/invoices"
              />
            </Section>
          ))}
          <Section title={tOrder('order.history')}>
            <ol className="grid gap-2 border-s-2 border-line ps-4">
              {order.history.map((item) => (
                <li
                  key={`${item.occurredAt} ${item.event} ${item.sellerOrderId}`}
                  className="flex flex-wrap justify-between gap-x-4 text-sm"
                >
                  {tOrder(`event.${item.event}`)}
                  <time dateTime={item.occurredAt} className="text-muted">
                    {formatDate(item.occurredAt, locale, 'dateTime')}
                  </time>
                </li>
              ))}
            </ol>
          </Section>
          <AuditTrail records={audit} />
        </div>
        <div className="grid gap-4">
          <Card className="grid gap-2 p-4">
            <h2 className="text-lg">{t('order.payment')}</h2>
            {payment ? (
              <ul className="grid gap-1 text-sm">
                <li className="font-strong">{t(`paymentStatus.${payment.status}`)}</li>
                {payment.method && <li>{t('order.method', { method: payment.method })}</li>}
                <li>
                  {t('order.captured', {
                    amount: formatMoney(
                      { amountMinor: payment.capturedMinor, currency: payment.currency },
                      locale,
                    ),
                  })}
                </li>
                <li>
                  {t('order.refunded', {
                    amount: formatMoney(
                      { amountMinor: payment.refundedMinor, currency: payment.currency },
                      locale,
                    ),
                  })}
                </li>
                {payment.intentId && (
                  <li className="text-muted">{t('order.intent', { id: payment.intentId })}</li>
                )}
              </ul>
            ) : (
              <p className="text-muted">{t('order.noPayment')}</p>
            )}
            <Link
              href={`/admin/money/order?number=${order.number}`}
              className="touch justify-self-start text-sm underline decoration-line underline-offset-4"
            >
              {t('order.books')}
            </Link>
          </Card>
          <Card className="grid gap-2 p-4">
            <h2 className="text-lg">{t('order.address')}</h2>
            <p className="whitespace-pre-line">
              {[
                address.recipient,
                address.line1,
                address.line2,
                `${address.postalCode} ${address.city}`,
                countryName(address.country, locale),
              ]
                .filter(Boolean)
                .join('\n')}
            </p>
          </Card>
        </div>
      </div>
    </>
  );
}
