import { ApplicationForm } from '@/components/account/application-form';
import { BusinessForm } from '@/components/account/business-form';
import { DocumentDesk } from '@/components/account/document-desk';
import { Section } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import { listCountries } from '@/lib/customers/model';
import type { Locale } from '@/lib/i18n';
import { parsePublicId } from '@/lib/kernel/ids';
import type { Database } from '@/lib/platform/database';
import { getBusiness, listDocuments, MOST_DOCUMENT_BYTES } from '@/lib/sellers';
import { SELLER_DOCUMENT_KINDS, type SellerRecord } from '@/lib/sellers/model';
import {
  beginDocumentAction,
  finishDocumentAction,
  reapplyAction,
  removeDocumentAction,
  saveBusinessAction,
} from './actions';
import { applicationWords } from './application-words';

type ApplicationDeskProps = { db: Database; shop: SellerRecord; locale: Locale };

/** What an application needs besides its words, kept as it is said, and the way to send a declined one again. */
export async function ApplicationDesk({ db, shop, locale }: ApplicationDeskProps) {
  const sellerId = parsePublicId('sel', shop.sellerId)!;
  const [t, business, documents] = await Promise.all([
    words('account'),
    getBusiness(db, sellerId),
    listDocuments(db, sellerId),
  ]);
  const countries = listCountries(locale);
  return (
    <div className="grid gap-10">
      {shop.status === 'declined' && (
        <Section title={t('sell.again')}>
          <ApplicationForm
            action={reapplyAction}
            shop={shop}
            countries={countries}
            words={{ ...(await applicationWords()), submit: t('sell.sendAgain') }}
          />
        </Section>
      )}
      <Section title={t('business.title')}>
        <div className="grid gap-4">
          <p className="text-muted">{t('business.lead')}</p>
          <BusinessForm
            sellerId={shop.sellerId}
            business={business}
            countries={countries}
            action={saveBusinessAction}
            words={{
              legalName: t('business.legalName'),
              line1: t('address.line1'),
              line2: t('address.line2'),
              postalCode: t('address.postalCode'),
              city: t('address.city'),
              region: t('address.region'),
              country: t('business.country'),
              chooseCountry: t('address.chooseCountry'),
              vatId: t('business.vatId'),
              vatIdHint: t('business.vatIdHint'),
              optional: t('address.optional'),
              save: t('business.save'),
              saved: t('business.saved'),
            }}
          />
        </div>
      </Section>
      <Section title={t('documents.title')}>
        <div className="grid gap-4">
          <p className="text-muted">{t('documents.lead')}</p>
          <DocumentDesk
            sellerId={shop.sellerId}
            documents={documents}
            kinds={SELLER_DOCUMENT_KINDS.map((kind) => ({ kind, label: t(`documents.kinds.${kind}`) }))}
            actions={{
              begin: beginDocumentAction,
              finish: finishDocumentAction,
              remove: removeDocumentAction,
            }}
            words={{
              kind: t('documents.kind'),
              add: t('documents.add'),
              hint: t('documents.hint', { megabytes: MOST_DOCUMENT_BYTES / 1024 / 1024 }),
              remove: t('documents.remove'),
              interrupted: t('documents.interrupted'),
            }}
          />
        </div>
      </Section>
    </div>
  );
}
