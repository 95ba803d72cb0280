import { listUploads } from '@/lib/media';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database } from '@/lib/platform/database';
import { CONTENT_LIMITS, type ProductContent } from './content';
import { getOwnDraft } from './own-draft';
import { saveDraft } from './save-draft';

/**
 * Saves which pictures a product shows, in their order. Each is an upload of this seller or one the product shows
 * already; `not_found` for any other.
 */
export async function savePictures(
  db: Database,
  wanted: {
    readonly sellerId: string;
    readonly userId: string;
    readonly productId: string;
    readonly version: number;
    readonly pictures: readonly Omit<ProductContent['pictures'][number], 'variantId'>[];
  },
): Promise<
  Result<
    { version: number },
    'not_found' | 'conflict' | 'draft_in_review' | 'illegal_transition' | 'too_many_pictures'
  >
> {
  const { sellerId, productId, pictures } = wanted;
  if (pictures.length > CONTENT_LIMITS.pictures) {
    return refuse('too_many_pictures', { limit: CONTENT_LIMITS.pictures });
  }
  const draft = await getOwnDraft(db, sellerId, productId);
  if (!draft) return refuse('not_found');
  const shown = new Map(draft.content.pictures.map((picture) => [picture.assetId, picture]));
  const added = pictures.map(({ assetId }) => assetId).filter((assetId) => !shown.has(assetId));
  const own = await listUploads(db, sellerId, added);
  if (own.length < new Set(added).size) return refuse('not_found');
  const saved = await saveDraft(db, {
    ...wanted,
    change: (content) => ({
      ...content,
      pictures: pictures.map((picture) => ({
        ...picture,
        variantId: shown.get(picture.assetId)?.variantId ?? null,
      })),
    }),
  });
  return saved.ok ? ok(saved.value) : saved;
}
