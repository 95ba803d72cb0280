import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/platform/database';
import { uuidArray } from '@/lib/platform/sql-values';
import { publicId } from '@/lib/kernel/ids';
import { findProductsByGtin } from '../find-by-gtin';
import { getAttributeSchema } from '../get-attribute-schema';
import { parseGtin } from '../gtin';
import type { ContentProblem } from '../model';
import { checkContent } from './check-content';
import type { ProductContent } from './content';

/**
 * Everything that keeps a draft from being published: what its content lacks, barcodes that other live products have
 * (who sells those adds an offer to them), and pictures and films that are not ready.
 */
export async function findProblems(
  db: Executor,
  productId: string,
  content: ProductContent,
): Promise<ContentProblem[]> {
  const schema = content.categoryId ? await getAttributeSchema(db, content.categoryId) : { attributes: [] };
  return [
    ...checkContent(content, schema),
    ...(await findKnownGtins(db, productId, content)),
    ...(await findUnreadyPictures(db, content)),
  ];
}

/** Barcodes that live products other than this one have. */
export async function findKnownGtins(
  db: Executor,
  productId: string | null,
  { variants }: Pick<ProductContent, 'variants'>,
): Promise<ContentProblem[]> {
  const gtins = variants.flatMap(({ gtin }) => parseGtin(gtin) ?? []);
  const found = await Promise.all(
    gtins.map(async (gtin) => {
      const [other] = (await findProductsByGtin(db, gtin)).filter((id) => id !== productId);
      return other === undefined ? [] : [{ gtin, other }];
    }),
  );
  return found.flat().map(({ gtin, other }) => ({
    step: 'variants',
    kind: 'gtin_known',
    about: gtin,
    productId: publicId('prd', other),
  }));
}

async function findUnreadyPictures(db: Executor, { pictures }: ProductContent): Promise<ContentProblem[]> {
  const rows = await db.execute<{ status: 'expected' | 'pending' | 'failed' }>(sql`
    select needed.status
    from media_assets picture join media_assets needed on needed.id in (picture.id, picture.film_id)
    where picture.id = any(${uuidArray(pictures.map(({ assetId }) => assetId))}) and needed.status <> 'ready'`);
  return rows.map(({ status }, index) => ({
    step: 'pictures',
    kind: status === 'failed' ? 'picture_failed' : 'picture_pending',
    about: String(index),
  }));
}
