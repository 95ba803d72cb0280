import { SheetDesk } from '@/components/seller/sheet-desk';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { DESK, requirePage } from '@/lib/http';
import { checkProductSheet, makeProductSheet } from './actions';
import { MOST_PRODUCT_SHEET_BYTES } from './limits';

/** Many products described by one file: taken out or written, looked at, made. */
export default async function ProductsByFilePage({ params }: PageProps<'/[locale]/seller/products/by-file'>) {
  await requirePage(DESK.changeOffers, '/seller/products/by-file', params);
  const t = await words('listing');
  return (
    <>
      <PageHead title={t('byFile.title')} lead={t('byFile.lead')}>
        <ButtonLink href="/seller/products" variant="quiet">
          {t('byFile.back')}
        </ButtonLink>
      </PageHead>
      <div className="grid gap-4">
        <Card className="grid justify-items-start gap-3 p-5">
          <h2 className="text-lg">{t('byFile.export.title')}</h2>
          <p className="text-muted">{t('byFile.export.lead')}</p>
          <ButtonLink href="/api/seller/products/export" download>
            {t('byFile.export.action')}
          </ButtonLink>
        </Card>
        <Card className="grid gap-3 p-5">
          <h2 className="text-lg">{t('byFile.import.title')}</h2>
          <p className="max-w-text text-muted">{t('byFile.import.lead')}</p>
          <SheetDesk
            check={checkProductSheet}
            send={makeProductSheet}
            mostBytes={MOST_PRODUCT_SHEET_BYTES}
            columns={[
              { key: 'key', label: t('byFile.key') },
              { key: 'title', label: t('byFile.product') },
              { key: 'state', label: t('byFile.state') },
              { key: 'variants', label: t('byFile.variants'), numeric: true },
              { key: 'pictures', label: t('byFile.pictures'), numeric: true },
            ]}
            words={{
              choose: t('byFile.import.choose'),
              hint: t('byFile.import.hint'),
              tooLarge: t('byFile.import.tooLarge'),
              interrupted: t('byFile.import.interrupted'),
              download: t('byFile.download'),
              rows: t('byFile.rows'),
              row: t('byFile.row'),
              problem: t('byFile.problem'),
            }}
          />
        </Card>
      </div>
    </>
  );
}
