import { ParcelBadge, ParcelCarrier, ParcelContents } from '@/components/orders/parcel-facts';
import { ParcelScans } from '@/components/orders/parcel-scans';
import { FormStatus } from '@/components/ui/state';
import { Card, Section } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { currentLocale, words } from '@/components/ui/words';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { isTrouble, type ParcelView } from '@/lib/fulfilment/model';
import { formatDate } from '@/lib/i18n';
import type { OrderLineView } from '@/lib/orders/model';

type SentParcelsProps = {
  parcels: readonly ParcelView[];
  lines: readonly OrderLineView[];
  /** Null for who only looks on. */
  confirmDelivery: FormAction<void> | null;
};

/** The parcels a seller has sent of an order, and the one thing to say of those no carrier speaks for. */
export async function SentParcels({ parcels, lines, confirmDelivery }: SentParcelsProps) {
  const [t, locale] = await Promise.all([words('seller'), currentLocale()]);
  return (
    <Section title={t('parcels.title')}>
      <ol className="grid gap-3">
        {parcels.map((parcel, index) => (
          <li key={parcel.shipmentId}>
            <Card className="grid gap-3 p-4">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h3 className="text-base">
                  {t(parcel.isReplacement ? 'parcels.replacement' : 'parcels.parcel', {
                    index: index + 1,
                    date: formatDate(parcel.shippedAt, locale, 'dayMonth'),
                  })}
                </h3>
                <ParcelBadge status={parcel.status} />
              </div>
              {isTrouble(parcel.status) && (
                <FormStatus kind="warning">{t(`parcels.trouble.${parcel.status}`)}</FormStatus>
              )}
              <ParcelContents parcel={parcel} lines={lines} />
              <ParcelCarrier parcel={parcel} />
              <ParcelScans parcel={parcel} />
              {!parcel.followed && parcel.status !== 'delivered' && (
                <>
                  <FormStatus kind="warning">{t('parcels.notFollowed')}</FormStatus>
                  {confirmDelivery && (
                    <ActionForm action={confirmDelivery}>
                      <input type="hidden" name="shipmentId" value={parcel.shipmentId} />
                      <SubmitButton wide variant="secondary">
                        {t('parcels.arrived')}
                      </SubmitButton>
                    </ActionForm>
                  )}
                </>
              )}
            </Card>
          </li>
        ))}
      </ol>
    </Section>
  );
}
