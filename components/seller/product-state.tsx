import { Badge, type Tone } from '@/components/ui/badge';
import { words } from '@/components/ui/words';
import type { DraftStatus, OwnProduct, ProductStatus } from '@/lib/catalog/model';

const TONES: Readonly<Record<ProductStatus, Tone>> = {
  draft: 'neutral',
  in_review: 'warning',
  live: 'positive',
  declined: 'danger',
  retired: 'neutral',
};

/** How a product stands for its seller, and how its next revision does where it is live already. */
export async function ProductStateBadge({
  product: { status, draftStatus },
}: {
  product: Pick<OwnProduct, 'status' | 'draftStatus'>;
}) {
  const t = await words('listing');
  const next: DraftStatus | null = status === 'live' ? draftStatus : null;
  return (
    <span className="flex flex-wrap justify-end gap-1">
      <Badge tone={TONES[status]}>{t(`state.${status}`)}</Badge>
      {next && <Badge tone={TONES[next]}>{t(`nextState.${next}`)}</Badge>}
    </span>
  );
}
