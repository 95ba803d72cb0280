import type { Metadata } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { ShopChoice } from '@/components/seller/shop-choice';
import { words } from '@/components/ui/words';
import { WorkspaceFrame } from '@/components/workspace/workspace-frame';
import { currentActor } from '@/lib/http';
import { publicId } from '@/lib/kernel/ids';
import { database } from '@/lib/platform/database';
import { listSellersOfUser } from '@/lib/sellers';
import { DESK_STATUSES } from '@/lib/sellers/model';
import { switchShop } from './actions';
import { placesOf } from './places';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('seller');
  return { title: t('desk'), robots: { index: false } };
}

export default async function SellerLayout({ children }: { children: ReactNode }) {
  await connection();
  const [t, actor] = await Promise.all([words('seller'), currentActor()]);
  const role = actor.kind === 'user' ? actor.memberships[0]?.role : undefined;
  return (
    <WorkspaceFrame title={t('desk')} aside={<Shops />} places={placesOf(role, t)}>
      {children}
    </WorkspaceFrame>
  );
}

/** Only for who has several: one shop needs no choice. It guards nothing; every page asks by itself. */
async function Shops() {
  const actor = await currentActor();
  const [desk, ...others] = actor.kind === 'user' ? actor.memberships : [];
  if (actor.kind !== 'user' || !desk || others.length === 0) return null;
  const t = await words('seller');
  const shops = await listSellersOfUser(database(), actor.userId);
  return (
    <ShopChoice
      shops={shops.filter(({ status }) => DESK_STATUSES.includes(status))}
      current={publicId('sel', desk.sellerId)}
      action={switchShop}
      label={t('shops')}
    />
  );
}
