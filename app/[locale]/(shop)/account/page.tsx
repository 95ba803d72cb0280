import { Heart, KeyRound, MapPin, Package, ShieldCheck, Store, UserRound } from 'lucide-react';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { OneButtonForm } from '@/components/auth/one-button-form';
import { PlaceCard } from '@/components/account/place-card';
import { Avatar } from '@/components/ui/avatar';
import { Section } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import { requirePage } from '@/lib/http';
import type { Translator } from '@/lib/i18n';
import { listSellersOfUser } from '@/lib/sellers';
import type { SellerRecord } from '@/lib/sellers/model';
import { signOutAction } from '../../(auth)/actions';

/** Who is asking decides what is answered, and with which status: nothing is sent ahead of that. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('account');
  return { title: t('title'), robots: { index: false } };
}

export default async function AccountHome({ params }: PageProps<'/[locale]/account'>) {
  const { actor, db } = await requirePage('user', '/account', params);
  const t = await words('account');
  const shops = await listSellersOfUser(db, actor.userId);
  return (
    <div className="page grid gap-10 py-6 md:py-10">
      <header className="flex items-center gap-4">
        <Avatar name={actor.name} size="large" />
        <div className="min-w-0">
          <h1 className="truncate text-xl md:text-2xl">{t('greeting', { name: actor.name })}</h1>
          <p className="truncate text-muted">{actor.email}</p>
        </div>
      </header>
      <Places>
        <PlaceCard href="/orders" icon={<Package />} title={t('home.orders')} hint={t('home.ordersHint')} />
        <PlaceCard
          href="/wishlist"
          icon={<Heart />}
          title={t('home.wishlist')}
          hint={t('home.wishlistHint')}
        />
        <PlaceCard
          href="/account/addresses"
          icon={<MapPin />}
          title={t('home.addresses')}
          hint={t('home.addressesHint')}
        />
        <PlaceCard
          href="/account/profile"
          icon={<UserRound />}
          title={t('home.profile')}
          hint={t('home.profileHint')}
        />
        <PlaceCard
          href="/account/security"
          icon={<KeyRound />}
          title={t('home.security')}
          hint={t('home.securityHint')}
        />
      </Places>
      <Section title={t('home.work')}>
        <Places>
          {shops.map((shop) => (
            <PlaceCard
              key={shop.sellerId}
              href={isDesk(shop) ? '/seller' : '/sell'}
              icon={<Store />}
              title={shop.name}
              hint={shopHint(shop, t)}
            />
          ))}
          {shops.length === 0 && (
            <PlaceCard href="/sell" icon={<Store />} title={t('home.sell')} hint={t('home.sellHint')} />
          )}
          {actor.staffRoles.length > 0 && (
            <PlaceCard
              href="/admin"
              icon={<ShieldCheck />}
              title={t('home.admin')}
              hint={t('home.adminHint')}
            />
          )}
        </Places>
      </Section>
      <div className="max-w-form">
        <OneButtonForm action={signOutAction} variant="secondary">
          {t('home.signOut')}
        </OneButtonForm>
      </div>
    </div>
  );
}

function Places({ children }: { children: ReactNode }) {
  return <div className="grid gap-3 md:grid-cols-2 lg:grid-cols-3">{children}</div>;
}

/** Suspended shops keep their desk: paid orders still have to be sent. */
function isDesk({ status }: SellerRecord): boolean {
  return status === 'approved' || status === 'suspended';
}

function shopHint(shop: SellerRecord, t: Translator<'account'>): string {
  if (shop.status === 'applied') return t('home.appliedHint');
  if (shop.status === 'declined') return t('home.declinedHint', { reason: shop.statusReason });
  return t('home.sellerHint');
}
