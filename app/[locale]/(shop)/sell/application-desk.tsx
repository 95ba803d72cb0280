import { ApplicationForm } from '@/components/account/application-form';
import { DocumentDesk } from '@/components/account/document-desk';
import { BusinessForm } from '@/components/seller/business-form';
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
  const [t, tInvoices, business, documents] = await Promise.all([
    words('account'),
    words('invoices'),
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
      <Section title={tInvoices('business.title')}>
        <div className="grid gap-4">
          <p className="text-muted">{tInvoices('business.lead')}</p>
          <BusinessForm
            sellerId={shop.sellerId}
            business={business ?? { city: shop.city, country: shop.country }}
            countries={countries}
            action={saveBusinessAction}
            words={{
              legalName: tInvoices('business.legalName'),
              line1: tInvoices('business.line1'),
              line2: tInvoices('business.line2'),
              postalCode: tInvoices('business.postalCode'),
              city: tInvoices('business.city'),
              region: tInvoices('business.region'),
              country: tInvoices('business.country'),
              vatId: tInvoices('business.vatId'),
              vatIdHint: tInvoices('business.vatIdHint'),
              chooseCountry: tInvoices('business.chooseCountry'),
              optional: tInvoices('business.optional'),
              save: tInvoices('business.save'),
              saved: tInvoices('business.saved'),
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
