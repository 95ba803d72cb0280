import { Suspense, type ReactNode } from 'react';
import type { CategoryTile } from '@/lib/catalog/model';
import { words } from '@/components/ui/words';
import { CountSeen } from './count-seen';
import { Footer } from './footer';
import { TabBar } from './tab-bar';
import { TopBar } from './top-bar';

const MAIN = 'main';

/** What is around every page of the shop: search above, places below, the small print at the end. */
export async function ShopFrame({
  departments,
  children,
}: {
  departments: readonly CategoryTile[];
  children: ReactNode;
}) {
  const t = await words('shop');
  return (
    <>
      <a
        href={`#${MAIN}`}
        className="sr-only z-50 rounded-md bg-ink px-4 py-3 text-surface focus:not-sr-only focus:fixed focus:start-4 focus:top-4"
      >
        {t('skip')}
      </a>
      <TopBar departments={departments} />
      <main id={MAIN} tabIndex={-1} className="min-h-[70dvh] pb-16 outline-none">
        {children}
      </main>
      <Footer departments={departments} />
      <TabBar
        label={t('places')}
        names={{
          home: t('tabs.home'),
          browse: t('tabs.browse'),
          cart: t('tabs.cart'),
          orders: t('tabs.orders'),
          you: t('tabs.you'),
        }}
        countLabel={t('itemsInCart')}
      />
      <Suspense fallback={null}>
        <CountSeen />
      </Suspense>
    </>
  );
}
