import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Tabs } from '@/components/ui/tabs';
import { currentLocale, words } from '@/components/ui/words';
import { localePath } from '@/lib/i18n';
import { LEGAL_DOCUMENTS, legalDocument } from '@/lib/i18n/legal';
import { env } from '@/lib/platform/env';

export const dynamic = 'error';

type Props = { params: Promise<{ document: string }> };

export function generateStaticParams() {
  return LEGAL_DOCUMENTS.map((document) => ({ document }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { document } = await params;
  const locale = await currentLocale();
  const title = legalDocument(locale, document)?.title;
  return { title, alternates: { canonical: localePath(locale, `/legal/${document}`) } };
}

export default async function LegalPage({ params }: Props) {
  const { document } = await params;
  const locale = await currentLocale();
  const text = legalDocument(locale, document);
  if (!text) notFound();
  const shop = await words('shop');
  return (
    <div className="page pt-4">
      <Tabs
        label={shop('legal.label')}
        current={`/legal/${document}`}
        tabs={LEGAL_DOCUMENTS.map((name) => ({ label: shop(`legal.${name}`), href: `/legal/${name}` }))}
      />
      <article className="mt-8 grid max-w-text gap-8">
        <h1 className="text-xl md:text-2xl">{text.title}</h1>
        {document === 'imprint' && <Operator />}
        {text.sections.map(({ heading, body }) => (
          <section key={heading} className="grid gap-3">
            <h2 className="text-lg">{heading}</h2>
            {body.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
      </article>
    </div>
  );
}

/** Who answers for this market, as its installation says. */
async function Operator() {
  const t = await words('legal');
  const {
    OPERATOR_NAME: name,
    OPERATOR_ADDRESS: address,
    OPERATOR_EMAIL: mail,
    OPERATOR_VAT_ID: vatId,
    SOUK_DEMO: demo,
  } = env();
  return (
    <>
      {name && mail ? (
        <dl className="grid gap-2 sm:grid-cols-[8rem_1fr]">
          <dt className="text-muted">{t('operator')}</dt>
          <dd>{name}</dd>
          <dt className="text-muted">{t('address')}</dt>
          <dd>{address}</dd>
          {vatId && (
            <>
              <dt className="text-muted">{t('vatId')}</dt>
              <dd>{vatId}</dd>
            </>
          )}
          <dt className="text-muted">{t('mail')}</dt>
          <dd>
            <a href={`mailto:${mail}`} className="underline">
              {mail}
            </a>
          </dd>
        </dl>
      ) : (
        <p>{t('unknown')}</p>
      )}
      {demo && <p>{t('demo')}</p>}
    </>
  );
}
