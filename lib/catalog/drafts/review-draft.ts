import { sql } from 'drizzle-orm';
import { DEFAULT_LOCALE, isLocale, translator } from '@/lib/i18n';
import { toGalleryPicture, type GalleryPicture, type StoredPicture } from '@/lib/media/model';
import type { Executor } from '@/lib/platform/database';
import { jsonRows } from '@/lib/platform/sql-values';
import { describeValue } from '../attribute-schema';
import { labelOfKey } from '../describe-attributes';
import { getAttributeSchema } from '../get-attribute-schema';
import { listAncestors } from '../get-category-page';
import { storedPicture } from '../media-sql';
import type { DraftReview, DraftStatus } from '../model';
import { productContent, type ProductContent } from './content';
import { diffContent, type ContentWords } from './diff-content';
import { readContent } from './read-content';

/** What staff looks at: how a product's draft differs from what is live; null when there is no draft. */
export async function getDraftReview(
  db: Executor,
  productId: string,
  locale: string,
): Promise<DraftReview | null> {
  const [row] = await db.execute<{ status: DraftStatus; content: unknown; live: boolean }>(sql`
    select d.status, d.content, p.status = 'live' as live
    from product_drafts d join products p on p.id = d.product_id where p.id = ${productId}`);
  if (!row) return null;
  const after = productContent.parse(row.content);
  const before = row.live ? await readContent(db, productId, locale) : null;
  const [words, picturesBefore, picturesAfter] = await Promise.all([
    wordsOf(db, [before, after], locale),
    readPictures(db, before?.pictures ?? []),
    readPictures(db, after.pictures),
  ]);
  return {
    status: row.status,
    changes: diffContent(before, after, words),
    picturesBefore,
    picturesAfter,
  };
}

async function wordsOf(
  db: Executor,
  contents: readonly (ProductContent | null)[],
  locale: string,
): Promise<ContentWords> {
  const ids = contents.flatMap((content) => content?.categoryId ?? []);
  const categories = new Map(
    await Promise.all(
      ids.map(async (id) => {
        const way = await listAncestors(db, id, locale);
        return [id, way.map(({ name }) => name).join(' › ')] as const;
      }),
    ),
  );
  const schemas = await Promise.all(ids.map((id) => getAttributeSchema(db, id)));
  const definitions = new Map(
    schemas.flatMap(({ attributes }) => attributes.map((each) => [each.key, each])),
  );
  const t = translator(isLocale(locale) ? locale : DEFAULT_LOCALE, 'attributes');
  const yesNo = { yes: t('yes'), no: t('no') };
  const attribute = (key: string, value: string | number | boolean) => {
    const definition = definitions.get(key) ?? { key, label: labelOfKey(key), type: 'text' };
    return {
      label: definition.label,
      value: describeValue({ facet: false, axis: false, required: false, ...definition }, value, yesNo),
    };
  };
  return {
    category: (id) => (id && categories.get(id)) || '',
    attribute,
    options: (options) =>
      Object.entries(options)
        .map(([key, value]) => attribute(key, value).value)
        .join(', '),
  };
}

/** Those that are ready, in the content's order. */
export async function readPictures(
  db: Executor,
  pictures: ProductContent['pictures'],
): Promise<readonly GalleryPicture[]> {
  const rows = await db.execute<{ picture: StoredPicture; film: string | null }>(sql`
    select ${storedPicture(sql`a`, sql`wanted.alt`)} as picture, film.base_key as film
    from jsonb_to_recordset(${jsonRows(pictures.map((each, position) => ({ ...each, position })))})
      as wanted("assetId" uuid, alt text, position int)
    join media_assets a on a.id = wanted."assetId" and a.status = 'ready' and a.kind = 'image'
    left join media_assets film on film.id = a.film_id and film.status = 'ready'
    order by wanted.position`);
  return rows.map(({ picture, film }) => toGalleryPicture(picture, film));
}
