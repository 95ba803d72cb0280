import { notFound } from 'next/navigation';
import { ImportBadge } from '@/components/seller/import-badge';
import { ImportChanges } from '@/components/seller/import-changes';
import { MapColumns } from '@/components/seller/map-columns';
import { ButtonLink } from '@/components/ui/button';
import { Card, Section } from '@/components/ui/card';
import { FormStatus } from '@/components/ui/state';
import { SubmitButton } from '@/components/ui/submit-button';
import { currentLocale, words } from '@/components/ui/words';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { KeepCurrent } from '@/components/workspace/keep-current';
import { PageHead } from '@/components/workspace/page-head';
import { formatNumber } from '@/lib/i18n';
import { DESK, requirePage } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { getImport, listImportChanges, listImportProblems } from '@/lib/offers';
import { isUnderWay, type OfferImportView } from '@/lib/offers/model';
import { applyOfferImport, mapOfferImport, undoOfferImport } from '../actions';

const SHOWN = 50;

export default async function SellerImportPage({
  params,
}: PageProps<'/[locale]/seller/offers/bulk/[importId]'>) {
  const { importId: typed } = await params;
  const { db, locale, seller } = await requirePage(DESK.changeOffers, `/seller/offers/bulk/${typed}`, params);
  const importId = parsePublicId('imp', typed);
  const own = importId && { importId, sellerId: seller.sellerId };
  const file = own && (await getImport(db, own));
  if (!own || !file) notFound();
  const [t, changes, problems] = await Promise.all([
    words('bulk'),
    listImportChanges(db, own, locale, SHOWN),
    listImportProblems(db, own, SHOWN),
  ]);
  return (
    <>
      {isUnderWay(file.status) && <KeepCurrent />}
      <PageHead title={file.fileName} lead={t(`now.${file.status}`)}>
        <ImportBadge status={file.status} />
      </PageHead>
      <div className="grid gap-8">
        {file.failure && <FormStatus kind="error">{t(`failures.${file.failure}`)}</FormStatus>}
        <Counts file={file} />
        <NextStep file={file} />
        <Columns file={file} />
        {problems.length > 0 && (
          <Section
            title={t('leftOut', { count: file.wrong })}
            aside={
              <ButtonLink href={`/api/seller/offers/imports/${file.importId}/problems`} download>
                {t('download')}
              </ButtonLink>
            }
          >
            <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
              {problems.map(({ number, problem, cells }) => (
                <li key={number} className="grid gap-1 px-4 py-3">
                  <p className="text-danger">
                    {t('rowNumber', { number })} {t(`problems.${problem}`)}
                  </p>
                  <p className="text-sm wrap-anywhere text-muted">{cells.join(' · ')}</p>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {changes.length > 0 && (
          <Section title={t('changesOf', { count: file.changing })}>
            <ImportChanges changes={changes} locale={locale} />
            {file.changing > SHOWN && (
              <p className="mt-3 text-sm text-muted">{t('firstOnly', { count: SHOWN })}</p>
            )}
          </Section>
        )}
      </div>
    </>
  );
}

async function Counts({ file }: { file: OfferImportView }) {
  const [t, locale] = await Promise.all([words('bulk'), currentLocale()]);
  const figures = [
    ['rows', file.rowsRead],
    ['changing', file.changing - file.making],
    ['making', file.making],
    ['unchanged', file.unchanged],
    ['wrong', file.wrong],
    ['applied', file.applied],
  ] as const;
  return (
    <Card>
      <dl className="flex flex-wrap gap-x-8 gap-y-3 p-5">
        {figures.map(([name, count]) => (
          <div key={name}>
            <dt className="text-sm text-muted">{t(`figures.${name}`)}</dt>
            <dd className="text-lg font-strong tabular-nums">{formatNumber(count, locale)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** The one thing there is to do now, if any. */
async function NextStep({ file }: { file: OfferImportView }) {
  const t = await words('bulk');
  if (file.status === 'checked' && file.changing > 0) {
    return (
      <Step file={file} action={applyOfferImport} variant="primary">
        {t('apply', { count: file.changing })}
      </Step>
    );
  }
  if (file.status === 'applied' && file.applied > 0) {
    return (
      <Step file={file} action={undoOfferImport} variant="secondary">
        {t('undo')}
      </Step>
    );
  }
  return null;
}

/** How the file is read: asked where its heading does not say so, and open to change until it is applied. */
async function Columns({ file }: { file: OfferImportView }) {
  if (file.status !== 'unmapped' && file.status !== 'checked') return null;
  const t = await words('bulk');
  return (
    <details open={file.status === 'unmapped'} className="rounded-lg border border-line bg-raised p-5">
      <summary className="touch cursor-pointer font-strong">{t('columns.title')}</summary>
      <p className="mt-2 mb-4 max-w-text text-sm text-muted">{t('columns.lead')}</p>
      <MapColumns
        key={JSON.stringify(file.columns)}
        importId={file.importId}
        heading={file.heading}
        chosen={file.columns}
        action={mapOfferImport}
        words={{
          fields: {
            sku: t('columns.sku'),
            offerId: t('columns.offerId'),
            gtin: t('columns.gtin'),
            price: t('columns.price'),
            onHand: t('columns.onHand'),
            selling: t('columns.selling'),
          },
          none: t('columns.none'),
          save: t('columns.save'),
        }}
      />
    </details>
  );
}

type StepProps = {
  file: OfferImportView;
  action: FormAction<unknown>;
  variant: 'primary' | 'secondary';
  children: string;
};

function Step({ file, action, variant, children }: StepProps) {
  return (
    <ActionForm action={action} className="grid justify-items-start gap-3">
      <input type="hidden" name="importId" value={file.importId} />
      <SubmitButton variant={variant}>{children}</SubmitButton>
    </ActionForm>
  );
}
