import { DraftChanges } from '@/components/seller/draft-changes';
import { DraftFields } from '@/components/seller/draft-forms';
import { ProblemList } from '@/components/seller/problem-list';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { FormStatus } from '@/components/ui/state';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { ActionForm } from '@/components/workspace/action-form';
import { getDraftReview, type Draft } from '@/lib/catalog';
import type { ContentProblem } from '@/lib/catalog/model';
import type { Locale } from '@/lib/i18n';
import { publicId } from '@/lib/kernel/ids';
import { shownIn } from '@/lib/kernel/market';
import type { Database } from '@/lib/platform/database';
import { findToSell, searchEngine } from '@/lib/search';
import { discardProduct, submitProduct, withdrawProduct } from '../actions';

type CheckStepProps = {
  db: Database;
  draft: Draft;
  problems: readonly ContentProblem[];
  path: string;
  locale: Locale;
};

/** So many products with a like title are named. */
const ALIKE = 3;

export async function CheckStep({ db, draft, problems, path, locale }: CheckStepProps) {
  const t = await words('listing');
  const [review, alike] = await Promise.all([
    getDraftReview(db, draft.productId, locale),
    listAlike(db, draft, locale),
  ]);
  const productId = publicId('prd', draft.productId);
  const waits = draft.status === 'in_review';
  return (
    <div className="grid max-w-text gap-6">
      {waits && <FormStatus kind="info">{t('review.waits')}</FormStatus>}
      {!waits && problems.length > 0 && <ProblemList problems={problems} path={path} />}
      {!waits && alike.length > 0 && (
        <FormStatus kind="info">
          <p className="font-strong">{t('review.alike')}</p>
          <ul className="mt-1 grid gap-1">
            {alike.map((card) => (
              <li key={card.productId}>
                <Link
                  href={`/seller/offers/new/${card.productId}`}
                  className="touch underline underline-offset-4"
                >
                  {card.title}
                </Link>
              </li>
            ))}
          </ul>
        </FormStatus>
      )}
      {review && <DraftChanges review={review} />}
      <div className="flex flex-wrap items-start gap-3">
        {waits ? (
          <ActionForm action={withdrawProduct} className="grid gap-3">
            <input type="hidden" name="productId" value={productId} />
            <SubmitButton variant="secondary">{t('review.withdraw')}</SubmitButton>
          </ActionForm>
        ) : (
          <>
            <ActionForm action={submitProduct} className="grid gap-3">
              <DraftFields productId={productId} version={draft.version} />
              <SubmitButton size="large">{t('review.submit')}</SubmitButton>
            </ActionForm>
            <ActionForm action={discardProduct} className="grid gap-3">
              <input type="hidden" name="productId" value={productId} />
              <SubmitButton size="large" variant="danger">
                {t(draft.productStatus === 'live' ? 'review.discardEdit' : 'review.discard')}
              </SubmitButton>
            </ActionForm>
          </>
        )}
        {(waits || draft.productStatus === 'live') && (
          <ButtonLink href={`/seller/offers/new/${productId}`} variant={waits ? 'primary' : 'secondary'}>
            {t('review.addOffer')}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

/** Live products whose titles are like this one's: maybe the very same. */
async function listAlike(db: Database, { productId, content }: Draft, locale: Locale) {
  const found = await findToSell(db, searchEngine(), content.title, shownIn(locale));
  const cards = found.ok ? found.value.cards : [];
  return cards.filter((card) => card.productId !== publicId('prd', productId)).slice(0, ALIKE);
}
