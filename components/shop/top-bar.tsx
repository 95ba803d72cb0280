import { ChevronDown, Heart, Package, ShoppingBag } from '@/components/ui/icons';
import type { ReactNode } from 'react';
import { SearchBox } from '@/components/search/search-box';
import { buttonClass } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { currentLocale, words } from '@/components/ui/words';
import type { CategoryTile } from '@/lib/catalog/model';
import { AccountLink } from './account-link';
import { CartCount } from './cart-count';
import { DepartmentMenu } from './department-menu';
import { Logo, Mark } from './logo';

/** Always at the top: the name, search, and on wide screens the way to everything else. */
export async function TopBar({ departments }: { departments: readonly CategoryTile[] }) {
  const t = await words('shop');
  const search = await words('search');
  return (
    <header className="sticky top-0 z-40 border-b border-line bg-surface pt-[env(safe-area-inset-top)]">
      <div className="page flex h-(--top-bar) items-center gap-3 md:gap-4">
        <Link href="/" aria-label={t('home')} className="touch shrink-0 rounded-sm">
          <span className="md:hidden">
            <Mark className="size-9" />
          </span>
          <span className="hidden md:block">
            <Logo />
          </span>
        </Link>
        <DepartmentMenu departments={departments} label={t('departments')}>
          <span className={`${buttonClass({ variant: 'quiet' })} max-md:hidden`}>
            {t('departments')}
            <ChevronDown aria-hidden className="size-4" />
          </span>
        </DepartmentMenu>
        <SearchBox
          locale={await currentLocale()}
          words={{
            label: search('box.label'),
            placeholder: search('box.placeholder'),
            submit: search('box.submit'),
            close: search('box.close'),
            clear: search('box.clear'),
            suggestions: search('box.suggestions'),
          }}
        />
        <nav aria-label={t('account')} className="flex items-center gap-1 max-md:hidden">
          <AccountLink words={{ signIn: t('signIn'), account: t('yourAccount') }} />
          <BarLink
            href="/wishlist"
            label={t('wishlist')}
            icon={<Heart aria-hidden className="size-6" strokeWidth={1.75} />}
          />
          <BarLink
            href="/orders"
            label={t('tabs.orders')}
            icon={<Package aria-hidden className="size-6" strokeWidth={1.75} />}
          />
          <BarLink
            href="/cart"
            label={t('tabs.cart')}
            icon={
              <>
                <ShoppingBag aria-hidden className="size-6" strokeWidth={1.75} />
                <CartCount label={t('itemsInCart')} />
              </>
            }
          />
        </nav>
      </div>
    </header>
  );
}

function BarLink({ href, label, icon }: { href: string; label: string; icon: ReactNode }) {
  return (
    <Link
      href={href}
      aria-label={label}
      title={label}
      className="grid size-11 place-items-center rounded-full transition hover:bg-sunken"
    >
      <span className="relative">{icon}</span>
    </Link>
  );
}
