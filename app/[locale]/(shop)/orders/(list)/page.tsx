import type { Metadata } from 'next';
import { Package } from '@/components/ui/icons';
import { OrderRow } from '@/components/orders/order-row';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { listGuestOrders, requirePage, signInPath } from '@/lib/http';
import { parsePublicId, publicId } from '@/lib/kernel/ids';
import { listOrders, listOrdersByLink } from '@/lib/orders';
import { LookUp } from '../look-up';

const PAGE_SIZE = 20;

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('orders');
  return { title: t('title'), robots: { index: false } };
}

export default async function OrdersPage({ params, searchParams }: PageProps<'/[locale]/orders'>) {
  const { actor, db } = await requirePage('public', '/orders', params);
  const t = await words('orders');
  if (actor.kind === 'guest') {
    const orders = await listOrdersByLink(db, await listGuestOrders());
    return (
      <div className="page grid max-w-text gap-10 pt-6 md:pt-10">
        {orders.length > 0 && (
          <Section title={t('guest.device')}>
            <ul className="grid gap-3">
              {orders.map((order) => (
                <OrderRow key={order.number} order={order} />
              ))}
            </ul>
          </Section>
        )}
        <LookUp title={t('guest.title')} lead={t('guest.lead')} heading="h1" />
        <p className="text-sm text-muted">
          {t.rich('guest.signIn', {
            link: (text) => (
              <Link href={signInPath('/orders')} className="touch text-ink underline underline-offset-4">
                {text}
              </Link>
            ),
          })}
        </p>
      </div>
    );
  }

  const { after } = await searchParams;
  const page = await listOrders(db, actor.customerId, {
    limit: PAGE_SIZE,
    after: typeof after === 'string' ? parsePublicId('ord', after) : null,
  });
  if (page.items.length === 0) {
    return (
      <EmptyState
        heading="h1"
        icon={<Package />}
        title={t('empty.title')}
        action={
          <ButtonLink variant="primary" href="/browse">
            {t('empty.action')}
          </ButtonLink>
        }
      >
        {t('empty.body')}
      </EmptyState>
    );
  }
  return (
    <div className="page grid max-w-text gap-6 pt-6 md:pt-10">
      <h1 className="text-xl md:text-2xl">{t('title')}</h1>
      <ul className="grid gap-3">
        {page.items.map((order) => (
          <OrderRow key={order.number} order={order} />
        ))}
      </ul>
      {page.next && (
        <ButtonLink href={`/orders?after=${publicId('ord', page.next)}`} className="justify-self-center">
          {t('more')}
        </ButtonLink>
      )}
    </div>
  );
}
