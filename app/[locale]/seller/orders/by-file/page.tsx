import { SheetDesk } from '@/components/seller/sheet-desk';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { DESK, requirePage } from '@/lib/http';
import { checkParcelSheet, sendParcelSheet } from './actions';
import { MOST_PARCEL_SHEET_BYTES } from './limits';

/** Many parcels sent by one file: taken out, filled in, sent back, looked at, done. */
export default async function ParcelsByFilePage({ params }: PageProps<'/[locale]/seller/orders/by-file'>) {
  await requirePage(DESK.handleOrders, '/seller/orders/by-file', params);
  const t = await words('packing');
  return (
    <>
      <PageHead title={t('byFile.title')} lead={t('byFile.lead')}>
        <ButtonLink href="/seller/orders?queue=to_ship" variant="quiet">
          {t('back')}
        </ButtonLink>
      </PageHead>
      <div className="grid gap-4">
        <Card className="grid justify-items-start gap-3 p-5">
          <h2 className="text-lg">{t('byFile.export.title')}</h2>
          <p className="text-muted">{t('byFile.export.lead')}</p>
          <ButtonLink href="/api/seller/orders/to-ship" download>
            {t('byFile.export.action')}
          </ButtonLink>
        </Card>
        <Card className="grid gap-3 p-5">
          <h2 className="text-lg">{t('byFile.import.title')}</h2>
          <p className="text-muted">{t('byFile.import.lead')}</p>
          <SheetDesk
            check={checkParcelSheet}
            send={sendParcelSheet}
            mostBytes={MOST_PARCEL_SHEET_BYTES}
            columns={[
              { key: 'orderNumber', label: t('byFile.order') },
              { key: 'pieces', label: t('byFile.pieces'), numeric: true },
              { key: 'carrier', label: t('byFile.carrier') },
              { key: 'trackingNumber', label: t('byFile.trackingNumber') },
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
