import { ChartNoAxesColumn, Inbox, Percent, Search } from '@/components/ui/icons';
import type { Metadata } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { words } from '@/components/ui/words';
import { WorkspaceFrame } from '@/components/workspace/workspace-frame';
import { currentActor } from '@/lib/http';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('admin');
  return { title: t('desk'), robots: { index: false } };
}

export default async function AdminLayout({ children }: { children: ReactNode }) {
  await connection();
  const [t, actor] = await Promise.all([words('admin'), currentActor()]);
  const isAdmin = actor.kind === 'user' && actor.staffRoles.includes('admin');
  return (
    <WorkspaceFrame
      title={t('desk')}
      places={[
        { href: '/admin', label: t('places.queue'), icon: <Inbox aria-hidden /> },
        { href: '/admin/find', label: t('places.find'), icon: <Search aria-hidden /> },
        // Each page asks by itself who may see it; this only leads nobody to a closed door.
        ...(isAdmin
          ? [
              {
                href: '/admin/money',
                label: t('places.money'),
                icon: <ChartNoAxesColumn aria-hidden />,
              },
              { href: '/admin/promotions', label: t('places.promotions'), icon: <Percent aria-hidden /> },
            ]
          : []),
      ]}
    >
      {children}
    </WorkspaceFrame>
  );
}
