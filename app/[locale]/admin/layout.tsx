import { Inbox, Search } from '@/components/ui/icons';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { words } from '@/components/ui/words';
import { WorkspaceFrame } from '@/components/workspace/workspace-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('admin');
  return { title: t('desk'), robots: { index: false } };
}

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const t = await words('admin');
  return (
    <WorkspaceFrame
      title={t('desk')}
      places={[
        { href: '/admin', label: t('places.queue'), icon: <Inbox aria-hidden /> },
        { href: '/admin/find', label: t('places.find'), icon: <Search aria-hidden /> },
      ]}
    >
      {children}
    </WorkspaceFrame>
  );
}
