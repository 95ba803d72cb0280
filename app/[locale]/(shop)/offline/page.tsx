import { CloudOff } from '@/components/ui/icons';
import type { Metadata } from 'next';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';

export const dynamic = 'error';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('shop');
  return { title: t('offline.title'), robots: { index: false } };
}

/** Shown by the service worker in place of a page that cannot be fetched; its button asks for that page again. */
export default async function OfflinePage() {
  const t = await words('shop');
  return (
    <EmptyState
      heading="h1"
      icon={<CloudOff aria-hidden />}
      title={t('offline.title')}
      action={
        <form method="get">
          <Button type="submit" variant="primary">
            {t('offline.retry')}
          </Button>
        </form>
      }
    >
      {t('offline.body')}
    </EmptyState>
  );
}
