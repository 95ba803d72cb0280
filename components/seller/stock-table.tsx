import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { currentLocale, words } from '@/components/ui/words';
import { formatDate, formatNumber } from '@/lib/i18n';
import type { StockMovement } from '@/lib/inventory/model';

/** Why what is on hand changed: who counted, what left with which order, what came back. */
export async function StockTable({ movements }: { movements: readonly StockMovement[] }) {
  const [t, locale] = await Promise.all([words('offer'), currentLocale()]);
  if (movements.length === 0) return <p className="text-muted">{t('stock.empty')}</p>;
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  return (
    <Table
      caption={t('stock.title')}
      rows={movements}
      rowKey={({ movementId }) => movementId}
      columns={[
        { key: 'when', header: t('stock.when'), cell: ({ at }) => formatDate(at, locale, 'dateTime') },
        {
          key: 'why',
          header: t('stock.why'),
          cell: ({ cause, by, order }) => (
            <>
              {cause === 'edited' && by !== null
                ? t('stock.cause.editedBy', { name: by })
                : t(`stock.cause.${cause}`)}
              {order && (
                <>
                  {' · '}
                  <Link
                    href={`/seller/orders/${order.sellerOrderId}`}
                    className="underline underline-offset-4"
                  >
                    {t('stock.order', { number: order.number })}
                  </Link>
                </>
              )}
            </>
          ),
        },
        {
          key: 'change',
          header: t('stock.change'),
          numeric: true,
          cell: ({ delta }) => signed.format(delta),
        },
        {
          key: 'left',
          header: t('stock.left'),
          numeric: true,
          cell: ({ onHand }) => formatNumber(onHand, locale),
        },
      ]}
    />
  );
}
