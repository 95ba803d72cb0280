import {
  Heart,
  KeyRound,
  MapPin,
  MessageCircle,
  Package,
  ShieldCheck,
  Store,
  UserRound,
  Wallet,
} from '@/components/ui/icons';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { OneButtonForm } from '@/components/auth/one-button-form';
import { PlaceCard } from '@/components/account/place-card';
import { Avatar } from '@/components/ui/avatar';
import { Section } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import { countUnreadConversations } from '@/lib/conversations';
import { requirePage } from '@/lib/http';
import type { Translator } from '@/lib/i18n';
import { listSellersOfUser } from '@/lib/sellers';
import { DESK_STATUSES, type SellerRecord } from '@/lib/sellers/model';
import { signOutAction } from '../../(auth)/actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('account');
  return { title: t('title'), robots: { index: false } };
}

export default async function AccountHome({ params }: PageProps<'/[locale]/account'>) {
  const { actor, db } = await requirePage('user', '/account', params);
  const t = await words('account');
  const [shops, unread] = await Promise.all([
    listSellersOfUser(db, actor.userId),
    countUnreadConversations(db, actor.customerId),
  ]);
  const desks = shops.filter(hasDesk);
  const applications = shops.filter((shop) => !hasDesk(shop));
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
          href="/account/messages"
          icon={<MessageCircle />}
          title={t('home.messages')}
          hint={t(unread > 0 ? 'home.messagesUnread' : 'home.messagesHint', { count: unread })}
        />
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
          href="/account/credit"
          icon={<Wallet />}
          title={t('home.credit')}
          hint={t('home.creditHint')}
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
          {desks.length > 0 && (
            <PlaceCard
              href="/seller"
              icon={<Store />}
              title={desks.map(({ name }) => name).join(' · ')}
              hint={t('home.sellerHint')}
            />
          )}
          {applications.map((shop) => (
            <PlaceCard
              key={shop.sellerId}
              href="/sell"
              icon={<Store />}
              title={shop.name}
              hint={applicationHint(shop, t)}
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

function hasDesk({ status }: SellerRecord): boolean {
  return DESK_STATUSES.includes(status);
}

function applicationHint({ status, statusReason }: SellerRecord, t: Translator<'account'>): string {
  return status === 'declined' ? t('home.declinedHint', { reason: statusReason }) : t('home.appliedHint');
}
