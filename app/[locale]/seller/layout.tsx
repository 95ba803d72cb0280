import { ChartNoAxesColumn, Package, Sun, Tag } from 'lucide-react';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { words } from '@/components/ui/words';
import { WorkspaceFrame } from '@/components/workspace/workspace-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('seller');
  return { title: t('desk'), robots: { index: false } };
}

export default async function SellerLayout({ children }: { children: ReactNode }) {
  const t = await words('seller');
  return (
    <WorkspaceFrame
      title={t('desk')}
      places={[
        { href: '/seller', label: t('places.today'), icon: <Sun aria-hidden /> },
        { href: '/seller/orders', label: t('places.orders'), icon: <Package aria-hidden /> },
        { href: '/seller/offers', label: t('places.offers'), icon: <Tag aria-hidden /> },
        { href: '/seller/money', label: t('places.money'), icon: <ChartNoAxesColumn aria-hidden /> },
      ]}
    >
      {children}
    </WorkspaceFrame>
  );
}
