import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { categories, categorySchemas, categoryTranslations } from '@/db/schema/catalog';
import { newId } from '@/lib/kernel/ids';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { approvedSeller } from '@/tests/support/people';
import {
  checkProductFile,
  discardDraft,
  exportOwnProducts,
  getOwnDraft,
  makeProductsByFile,
  submitCompleteDrafts,
} from '..';

const { db, ownerDb } = await testDatabase();

const DESCRIPTION = 'Thrown by hand, glazed twice and fired at 1,240 degrees.';
const HEADING =
  'product,title,category,brand,description,highlights,pictures,gtin,attribute:material,attribute:safe,option:colour';

let sellerId: string;
let userId: string;

beforeAll(async () => {
  const [kitchen, mugs] = [newId(), newId()];
  await ownerDb.insert(categories).values([
    { id: kitchen, slug: 'kitchen', path: 'kitchen', lineage: [kitchen], depth: 0 },
    { id: mugs, slug: 'mugs', path: 'kitchen/mugs', lineage: [kitchen, mugs], depth: 1, parentId: kitchen },
  ]);
  await ownerDb.insert(categoryTranslations).values([
    { categoryId: kitchen, locale: 'en', name: 'Kitchen' },
    { categoryId: mugs, locale: 'en', name: 'Mugs' },
  ]);
  await ownerDb.insert(categorySchemas).values({
    ...{ categoryId: mugs, version: 1 },
    definition: {
      attributes: [
        {
          key: 'material',
          label: 'Material',
          type: 'choice',
          choices: [{ value: 'stone', label: 'Stoneware' }],
        },
        { key: 'safe', label: 'Dishwasher safe', type: 'boolean' },
        { key: 'colour', label: 'Colour', type: 'text', axis: true },
      ],
    },
  });
});

beforeEach(async () => {
  sellerId = await approvedSeller(ownerDb);
  const [user] = await ownerDb.execute<{ id: string }>(sql`
    insert into users (id, name, email) values (${newId()}, 'Ada', ${`${newId()}@people.example`}) returning id`);
  userId = user!.id;
});

const sheet = (...rows: string[]) => Buffer.from([HEADING, ...rows].join('\n'));
const make = async (...rows: string[]) => {
  const made = await makeProductsByFile(db, { sellerId, userId, file: sheet(...rows) });
  if (!made.ok) throw new Error(made.error);
  return made.value;
};
const check = async (...rows: string[]) => {
  const checked = await checkProductFile(db, { sellerId, file: sheet(...rows) });
  if (!checked.ok) throw new Error(checked.error);
  return checked.value;
};

const SAGE = `mug,Tall mug,Kitchen > mugs,Loam,"${DESCRIPTION}",Keeps warm | Stacks,https://pictures.example/mug.jpg https://pictures.example/b.jpg,4006381333931,stoneware,yes,Sage`;
const ROSE = 'mug,,,,,,,0012345678905,,,Rose';

async function drafts() {
  const rows = await db.execute<{ id: string }>(sql`
    select id from products where owner_seller_id = ${sellerId} and status <> 'retired' order by id`);
  return Promise.all(rows.map(({ id }) => getOwnDraft(db, sellerId, id)));
}

describe('a file of products', () => {
  it('is shown before anything is made, and makes a draft of each product with its variants', async () => {
    const expected = {
      ready: [{ number: 1, key: 'mug', title: 'Tall mug', variants: 2, pictures: 2, isNew: true }],
    };
    expect(await check(SAGE, ROSE)).toMatchObject({ ...expected, unchanged: 0, problems: [] });
    expect(await drafts()).toEqual([]);

    expect(await make(SAGE, ROSE)).toMatchObject(expected);
    const [draft, ...more] = await drafts();
    expect(more).toEqual([]);
    expect(draft).toMatchObject({
      status: 'draft',
      content: {
        ...{
          title: 'Tall mug',
          brand: 'Loam',
          description: DESCRIPTION,
          highlights: ['Keeps warm', 'Stacks'],
        },
        attributes: { material: 'stone', safe: true },
        variants: [
          { options: { colour: 'Sage' }, gtin: '4006381333931' },
          { options: { colour: 'Rose' }, gtin: '0012345678905' },
        ],
        pictures: [{ alt: 'Tall mug' }, { alt: 'Tall mug' }],
      },
    });
    const jobs = await db.execute(sql`
      select 1 from jobs where name = 'make-pictures' and payload::text like ${`%${draft!.content.pictures[0]!.assetId}%`}`);
    expect(jobs).toHaveLength(1);
  });

  it('makes nothing twice, also when it is sent twice at once, and says what is the same', async () => {
    await Promise.all([make(SAGE, ROSE), make(SAGE, ROSE)]);
    expect(await drafts()).toHaveLength(1);
    expect(await check(SAGE, ROSE)).toMatchObject({ ready: [], unchanged: 1 });
  });

  it('changes what it made before: empty cells stay as they are, and variants stay who they are', async () => {
    await make(SAGE, ROSE);
    const [before] = await drafts();
    const again = ['mug,Taller mug,,,,,,,,,Sage', 'mug,,,,,,,,,,Moss'];
    expect(await make(...again)).toMatchObject({ ready: [{ isNew: false, title: 'Taller mug' }] });
    const [after] = await drafts();
    expect(after!.content).toMatchObject({ title: 'Taller mug', description: DESCRIPTION, brand: 'Loam' });
    expect(after!.content.pictures).toEqual(before!.content.pictures);
    expect(after!.content.variants[0]).toEqual(before!.content.variants[0]);
    expect(after!.content.variants[1]!.options).toEqual({ colour: 'Moss' });
  });

  it('comes out as it went in', async () => {
    await make(SAGE, ROSE, `=bowl,Deep bowl,Kitchen > Mugs,,"${DESCRIPTION}",,,,,no,`);
    let text = '';
    for await (const part of exportOwnProducts(db, sellerId)) text += part;
    const again = await checkProductFile(db, { sellerId, file: Buffer.from(text) });
    expect(again).toMatchObject({ ok: true, value: { ready: [], unchanged: 2, problems: [] } });
  });

  it.each([
    [`,No key,Kitchen > Mugs,,"${DESCRIPTION}",,,,,,`, 'no_key', ''],
    [`a,Somewhere,Kitchen > Moon,,"${DESCRIPTION}",,,,,,`, 'category_unknown', 'Kitchen > Moon'],
    ['b,Too little said,Kitchen > Mugs,,Short,,,,,,', 'no_description', ''],
    [`c,X,Kitchen > Mugs,,"${DESCRIPTION}",,,,,,`, 'no_title', ''],
    [`d,Wrong digit,Kitchen > Mugs,,"${DESCRIPTION}",,,4006381333932,,,`, 'gtin_invalid', '4006381333932'],
    [`e,Of paper,Kitchen > Mugs,,"${DESCRIPTION}",,,,paper,,`, 'attribute_wrong', 'Material'],
    [`f,Strange,Kitchen,,"${DESCRIPTION}",,,,stone,,`, 'attribute_unknown', 'material'],
    [
      `g,File,Kitchen > Mugs,,"${DESCRIPTION}",,file:///etc/passwd,,,,`,
      'picture_address_wrong',
      'file:///etc/passwd',
    ],
    [
      `h,Plain http,Kitchen > Mugs,,"${DESCRIPTION}",,http://x.example/a.jpg,,,,`,
      'picture_address_wrong',
      'http://x.example/a.jpg',
    ],
    [`i,${'Long '.repeat(40)},Kitchen > Mugs,,"${DESCRIPTION}",,,,,,`, 'too_long', 'title'],
    [`prd_00000000000000000000000000,Not mine,Kitchen > Mugs,,"${DESCRIPTION}",,,,,,`, 'not_yours', ''],
  ])('leaves out %s', async (row, problem, about) => {
    const good = `fine,Fine,Kitchen > Mugs,,"${DESCRIPTION}",,,,,,`;
    const made = await make(row, good);
    expect(made.problems).toMatchObject([{ number: 1, problem, about }]);
    expect(made.ready).toMatchObject([{ key: 'fine' }]);
  });

  it('leaves out barcodes that stand twice or are sold here, and whole products with a row that is wrong', async () => {
    const { offerId } = await offerForSale(ownerDb);
    await ownerDb.execute(sql`
      update variants set gtin = '96385074' where id = (select variant_id from offers where id = ${offerId})`);
    const made = await make(
      SAGE,
      ROSE,
      `twin,Twin,Kitchen > Mugs,,"${DESCRIPTION}",,,4006381333931,,,`,
      `sold,Sold here,Kitchen > Mugs,,"${DESCRIPTION}",,,96385074,,,`,
      `same,Same,Kitchen > Mugs,,"${DESCRIPTION}",,,,,,Sage`,
      'same,,,,,,,,,,Sage',
    );
    expect(made.problems.map(({ number, problem }) => [number, problem])).toEqual([
      [3, 'gtin_twice'],
      [4, 'gtin_known'],
      [5, 'variant_twice'],
      [6, 'other_row'],
    ]);
  });

  it('of no such kind, or too long, is refused as a whole', async () => {
    const files = ['', 'sku,price\nA,1', `product,title\n${'a,b\n'.repeat(501)}`, 'PK\u{3}\u{4} and no more'];
    for (const file of files) {
      const refused = await makeProductsByFile(db, { sellerId, userId, file: Buffer.from(file) });
      expect(refused).toMatchObject({ error: 'product_sheet_unusable' });
    }
  });

  it('touches nothing of another seller, who may call theirs the same', async () => {
    await make(SAGE);
    const other = await approvedSeller(ownerDb);
    await makeProductsByFile(db, { sellerId: other, userId, file: sheet(SAGE) });
    const rows = await db.execute<{ owner: string }>(sql`
      select owner_seller_id as owner from products where external_id like ${'seller:%:mug'}
        and owner_seller_id in (${sellerId}, ${other})`);
    expect(rows.map(({ owner }) => owner).toSorted()).toEqual([sellerId, other].toSorted());
  });

  it('may name what was discarded anew', async () => {
    await make(SAGE);
    const [draft] = await drafts();
    await discardDraft(db, { sellerId, productId: draft!.productId });
    expect(await make(SAGE)).toMatchObject({ ready: [{ isNew: true }] });
    expect(await drafts()).toHaveLength(1);
  });
});

describe('drafts that are complete', () => {
  it('are handed in together; the others stay, and none is changed by a file while it is looked at', async () => {
    await make(SAGE, `bowl,Deep bowl,Kitchen > Mugs,,"${DESCRIPTION}",,,,,,`);
    // The pictures of the first are still being fetched.
    expect(await submitCompleteDrafts(db, { sellerId, userId }, new Date())).toEqual({
      submitted: 1,
      incomplete: 1,
    });
    const made = await make(`bowl,Deeper bowl,Kitchen > Mugs,,"${DESCRIPTION}",,,,,,`);
    expect(made.problems).toMatchObject([{ problem: 'in_review' }]);
  });
});
