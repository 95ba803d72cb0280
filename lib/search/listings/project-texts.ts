import { sql, type SQL } from 'drizzle-orm';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Transaction } from '@/lib/platform/database';
import { textConfigurationOf } from '../text-configuration';
import { attributeDefinitions } from './attribute-definitions';

/** How much of a description is searched: the beginning says what the thing is, the rest is noise. */
const DESCRIPTION_CHARACTERS = 400;
/** How far being wanted lifts a match; popularity is a logarithm between 0 and about 12. */
const POPULARITY_WEIGHT = 0.02;
/** What cannot be bought is shown after what matches nearly as well. */
const NOT_SOLD_FACTOR = 0.95;

/** `listing_texts`: title and searchable words in every language the product is described in. */
export async function projectTexts(tx: Transaction, ids: SQL): Promise<void> {
  const configuration = textConfigurationOf(sql`t.locale`);
  await tx.execute(sql`
    with batch as materialized (
      select p.id, p.live_revision, p.category_id, p.brand_id,
        (1 + ${POPULARITY_WEIGHT}::float8 * l.popularity)
          * case when price.availability in ('in_stock', 'few_left') then 1 else ${NOT_SOLD_FACTOR}::float8 end
          as prior
      from products p
      cross join lateral (select popularity from listings where product_id = p.id offset 0) l
      cross join lateral (
        select availability from listing_prices
        where product_id = p.id and currency = ${DEFAULT_MARKET.currency} offset 0
      ) price
      where p.id = any(${ids})
    ),
    ${attributeDefinitions(sql`select category_id from batch`)},
    kept as (
      select t.product_id, t.locale, t.title, length(title.words) as title_words, batch.prior::real as prior,
        setweight(title.words, 'A')
        || setweight(to_tsvector(${configuration}, concat_ws(' ', brands.name, ct.name)), 'B')
        || setweight(to_tsvector(${configuration}, coalesce(said.words, '')), 'C')
        || setweight(to_tsvector(${configuration}, left(concat_ws(' ', t.highlights->>0, t.highlights->>1, t.highlights->>2, t.description), ${DESCRIPTION_CHARACTERS})), 'D') as words
      from batch
      join product_translations t on t.product_id = batch.id and t.revision = batch.live_revision
      cross join lateral (select to_tsvector(${configuration}, t.title) as words) title
      left join brands on brands.id = batch.brand_id
      left join category_translations ct on ct.category_id = batch.category_id and ct.locale = t.locale
      cross join lateral (
        select string_agg(distinct own.attributes->>d.key, ' ') as words
        from (
          select r.attributes || coalesce(v.options, '{}') as attributes
          from product_revisions r
          left join variants v on v.product_id = r.product_id and not v.retired
          where r.product_id = batch.id and r.revision = batch.live_revision offset 0
        ) own
        join definitions d on d.category_id = batch.category_id and d.facet and d.type <> 'boolean'
      ) said
    ),
    removed as (
      delete from listing_texts x where x.product_id = any(${ids})
        and not exists (select 1 from kept where kept.product_id = x.product_id and kept.locale = x.locale)
    )
    insert into listing_texts as x (product_id, locale, title, words, title_words, prior)
    select product_id, locale, title, words, title_words, prior from kept
    on conflict (product_id, locale) do update set title = excluded.title, words = excluded.words,
      title_words = excluded.title_words, prior = excluded.prior
    where (x.title, x.words, x.title_words, x.prior)
      is distinct from (excluded.title, excluded.words, excluded.title_words, excluded.prior)`);
}
