import type { Metadata } from 'next';
import { PackBench } from '@/components/packing/pack-bench';
import { ArrowLeft } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';

export const dynamic = 'error';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('packing');
  return { title: t('bench.title'), robots: { index: false } };
}

/**
 * The bench at which boxes are packed, without a word of what is packed: it is the same for everybody, so that a device
 * may keep it and open it without a signal. The device fetches and keeps the rest, for who may see it.
 */
export default async function PackPage() {
  const [t, tFind] = await Promise.all([words('packing'), words('listing')]);
  const name = { title: '{title}' };
  const number = { number: '{number}' };
  return (
    <main className="mx-auto w-full max-w-form px-4 pt-4 pb-16">
      <Link
        href="/seller/orders?queue=to_ship"
        className="touch mb-4 inline-flex items-center gap-2 text-sm font-strong"
      >
        <ArrowLeft aria-hidden className="size-5 rtl:rotate-180" />
        {t('back')}
      </Link>
      <PageHead title={t('bench.title')} lead={t('bench.lead')} />
      <PackBench
        words={{
          order: t('bench.order', number),
          progress: t('bench.progress', { done: '{done}', of: '{of}' }),
          code: t('bench.code'),
          add: t('bench.add'),
          right: t('bench.right', name),
          too_many: t('bench.tooMany', name),
          elsewhere: t('bench.elsewhere', number),
          unknown: t('bench.unknown', number),
          closed: t('bench.closed', number),
          close: t('bench.close'),
          putAside: t('bench.putAside'),
          others: t('bench.others'),
          emptyTitle: t('bench.emptyTitle'),
          empty: t('bench.empty'),
          loading: t('bench.loading'),
          noSku: t('noSku'),
          more: t('bench.more', name),
          less: t('bench.less', name),
          offline: t('bench.offline'),
          signedOut: t('bench.signedOut'),
          waiting: t('bench.waiting', { numbers: '{numbers}' }),
          refused: t('bench.refused', number),
          forget: t('bench.forget'),
          scanner: {
            scan: tFind('find.scan'),
            stop: tFind('find.stop'),
            lead: t('bench.scanLead'),
            refused: tFind('find.scanRefused'),
          },
        }}
      />
    </main>
  );
}
