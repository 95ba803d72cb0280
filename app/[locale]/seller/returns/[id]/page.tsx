import { notFound } from 'next/navigation';
import { ReturnBadge } from '@/components/returns/return-badge';
import { ReturnStory } from '@/components/returns/return-story';
import { SendReplacement } from '@/components/returns/send-replacement';
import { ShowPhotos } from '@/components/returns/show-photos';
import { SellerReturn } from '@/components/returns/seller-return';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { CARRIERS } from '@/lib/fulfilment/model';
import { DESK, mayAtDesk, requirePage } from '@/lib/http';
import { formatDate, formatMoney } from '@/lib/i18n';
import { parsePublicId } from '@/lib/kernel/ids';
import { getReturn } from '@/lib/returns';
import type { ReturnView } from '@/lib/returns/model';
import {
  answerReturn,
  beginReturnPhoto,
  finishReturnPhoto,
  inspectReturned,
  refundReplacement,
  sendReplacementParcel,
} from '../actions';

export default async function SellerReturnPage({ params }: PageProps<'/[locale]/seller/returns/[id]'>) {
  const { id } = await params;
  const { db, locale, seller } = await requirePage(DESK.seeOrders, `/seller/returns/${id}`, params);
  const returnId = parsePublicId('ret', id);
  const item = returnId && (await getReturn(db, returnId, seller.sellerId));
  if (!item) notFound();
  const t = await words('returns');
  const handles = mayAtDesk(seller.role, DESK.handleOrders);
  return (
    <>
      <PageHead
        title={t('seller.number', { number: item.orderNumber })}
        lead={t('seller.by', {
          name: item.buyerName,
          date: formatDate(item.requestedAt, locale, 'dateTime'),
        })}
      >
        <ReturnBadge status={item.status} at="desk" />
      </PageHead>
      <div className="grid items-start gap-6 md:grid-cols-[1fr_22rem]">
        <Card className="grid gap-4 p-4">
          <h2 className="text-lg">{t('seller.goods')}</h2>
          <ReturnStory item={item} photosUnder="/api/seller/returns/photos" />
          {handles && (
            <ShowPhotos
              item={item}
              by="seller"
              subject={{ returnId: item.returnId }}
              actions={{ begin: beginReturnPhoto, finish: finishReturnPhoto }}
            />
          )}
          {item.label && (
            <p className="text-sm text-muted">
              {t('label.cost', { price: formatMoney(item.label.price, locale) })}
            </p>
          )}
          <Link href={`/seller/orders/${item.sellerOrderId}`} className="touch underline">
            {t('seller.order')}
          </Link>
        </Card>
        {handles && item.status === 'exchanging' && <Replace item={item} />}
        {handles && item.status !== 'exchanging' && (
          <SellerReturn
            item={{
              returnId: item.returnId,
              version: item.version,
              status: item.status,
              byRight: item.byRight,
              exchanges: item.exchange !== null && item.exchange.refundedFor === null,
            }}
            lines={item.lines.map(({ lineId, title, quantity }) => ({
              lineId,
              title,
              most: quantity,
              quantityLabel: t('seller.pieces', { title }),
            }))}
            actions={{ answer: answerReturn, inspect: inspectReturned }}
            words={{
              right: t('seller.right'),
              accept: t('seller.accept'),
              acceptExchange: t('seller.acceptExchange'),
              acceptRefund: t('seller.acceptRefund'),
              exchange: t('seller.exchange'),
              decline: t('seller.decline'),
              answer: t('seller.answer'),
              answerHint: t('seller.answerHint'),
              receive: t('seller.receive'),
              inspect: t('seller.inspect'),
              inspectHint: t('seller.inspectHint'),
              restock: t('seller.restock'),
              refund: t('seller.refund'),
              reject: t('seller.reject'),
              less: t('seller.less'),
              more: t('seller.more'),
            }}
          />
        )}
      </div>
    </>
  );
}

/** What came back is to be replaced now. */
async function Replace({ item }: { item: ReturnView }) {
  const [t, tParcel] = await Promise.all([words('returns'), words('seller')]);
  return (
    <SendReplacement
      item={{ returnId: item.returnId, version: item.version }}
      carriers={Object.values(CARRIERS)}
      actions={{ send: sendReplacementParcel, refund: refundReplacement }}
      words={{
        title: t('seller.replacement'),
        lead: t('seller.replacementLead', {
          pieces: item.lines.reduce((sum, { quantity }) => sum + quantity, 0),
          variant: item.exchange?.variant ?? '',
        }),
        trackingNumber: tParcel('send.trackingNumber'),
        trackingHint: tParcel('send.trackingHint'),
        carrier: tParcel('send.carrier'),
        carrierHint: tParcel('send.carrierHint'),
        optional: tParcel('send.optional'),
        send: tParcel('send.send'),
        cannot: t('seller.noReplacement'),
        refund: t('seller.refund'),
      }}
    />
  );
}
