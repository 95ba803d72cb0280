import { currentLocale, words } from '@/components/ui/words';
import { countryName } from '@/lib/i18n';
import type { SellerBusiness, SellerDocument } from '@/lib/sellers/model';

type SellerProofProps = { business: SellerBusiness | null; documents: readonly SellerDocument[] };

/** Who a shop says it is before the law, and what it shows to prove it. */
export async function SellerProof({ business, documents }: SellerProofProps) {
  const [t, locale] = await Promise.all([words('admin'), currentLocale()]);
  return (
    <div className="grid gap-4">
      {business ? (
        <address className="not-italic">
          {[
            business.legalName,
            business.line1,
            business.line2,
            `${business.postalCode} ${business.city}`,
            business.region,
            countryName(business.country, locale),
            business.vatId && t('seller.vatId', { vatId: business.vatId }),
          ]
            .filter(Boolean)
            .map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
        </address>
      ) : (
        <p className="text-muted">{t('seller.noBusiness')}</p>
      )}
      {documents.length === 0 && <p className="text-muted">{t('seller.noDocuments')}</p>}
      <ul className="grid gap-1">
        {documents.map(({ documentId, name, kind }) => (
          <li key={documentId}>
            <a
              href={`/api/admin/documents/${documentId}`}
              className="touch underline decoration-line underline-offset-4"
            >
              {name}
            </a>{' '}
            <span className="text-sm text-muted">{t(`seller.documentKind.${kind}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
