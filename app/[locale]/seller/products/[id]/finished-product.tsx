import { Photo } from '@/components/media/photo';
import { ButtonLink } from '@/components/ui/button';
import { FormStatus } from '@/components/ui/state';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { ActionForm } from '@/components/workspace/action-form';
import type { OwnProduct } from '@/lib/catalog/model';
import { editProductAction } from '../actions';

/** A product nobody is changing: what it is, and what its seller can do with it. */
export async function FinishedProduct({ product }: { product: OwnProduct }) {
  const t = await words('listing');
  const { productId, slug, status, reason, image, offers } = product;
  return (
    <div className="grid max-w-text gap-6">
      <div className="flex items-center gap-4">
        <Photo picture={image} sizes="128px" decorative className="size-32 shrink-0 rounded-lg" />
        <p className="text-muted">{t('products.offers', { count: offers })}</p>
      </div>
      {status === 'retired' && <FormStatus kind="warning">{t('review.retired', { reason })}</FormStatus>}
      {status !== 'retired' && (
        <div className="flex flex-wrap items-start gap-3">
          <ButtonLink href={`/seller/offers/new/${productId}`} variant="primary">
            {t('review.addOffer')}
          </ButtonLink>
          <ActionForm action={editProductAction} className="grid gap-3">
            <input type="hidden" name="productId" value={productId} />
            <SubmitButton variant="secondary">{t('review.edit')}</SubmitButton>
          </ActionForm>
          {status === 'live' && <ButtonLink href={`/p/${slug}`}>{t('offer.page')}</ButtonLink>}
        </div>
      )}
    </div>
  );
}
