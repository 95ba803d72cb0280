import { ImportBadge } from '@/components/seller/import-badge';
import { ImportDesk } from '@/components/seller/import-desk';
import { ButtonLink } from '@/components/ui/button';
import { Card, Section } from '@/components/ui/card';
import { FileText } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { DESK, requirePage } from '@/lib/http';
import { formatDate, localePath } from '@/lib/i18n';
import { listImports } from '@/lib/offers';
import { beginOfferImport, readOfferImport } from './actions';

export default async function SellerBulkPage({ params }: PageProps<'/[locale]/seller/offers/bulk'>) {
  const { db, locale, seller } = await requirePage(DESK.changeOffers, '/seller/offers/bulk', params);
  const [t, imports] = await Promise.all([words('bulk'), listImports(db, seller.sellerId)]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="grid gap-8">
        <div className="grid items-start gap-4 md:grid-cols-2">
          <Card className="grid justify-items-start gap-3 p-5">
            <h2 className="text-lg">{t('export.title')}</h2>
            <p className="text-muted">{t('export.lead')}</p>
            <ButtonLink href="/api/seller/offers/export" download>
              {t('export.action')}
            </ButtonLink>
          </Card>
          <Card className="grid gap-3 p-5">
            <h2 className="text-lg">{t('import.title')}</h2>
            <p className="text-muted">{t('import.lead')}</p>
            <ImportDesk
              under={localePath(locale, '/seller/offers/bulk')}
              begin={beginOfferImport}
              read={readOfferImport}
              words={{
                choose: t('import.choose'),
                hint: t('import.hint'),
                sending: t('import.sending'),
                interrupted: t('import.interrupted'),
                empty: t('failures.empty'),
              }}
            />
          </Card>
        </div>
        <Section title={t('list')}>
          {imports.length === 0 ? (
            <EmptyState icon={<FileText />} title={t('emptyTitle')}>
              {t('empty')}
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
              {imports.map((each) => (
                <li
                  key={each.importId}
                  className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-2"
                >
                  <span className="min-w-0">
                    <Link
                      href={`/seller/offers/bulk/${each.importId}`}
                      className="touch block truncate font-strong underline decoration-line underline-offset-4"
                    >
                      {each.fileName}
                    </Link>
                    <span className="block text-sm text-muted">
                      {formatDate(each.startedAt, locale, 'dateTime')} ·{' '}
                      {t('counts', { changing: each.changing, wrong: each.wrong })}
                    </span>
                  </span>
                  <ImportBadge status={each.status} />
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </>
  );
}
