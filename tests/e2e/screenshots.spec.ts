import { sql } from 'drizzle-orm';
import type { Page } from '@playwright/test';
import { saveDraft, startProduct } from '@/lib/catalog';
import { recordAudit } from '@/lib/audit';
import { reportConversation } from '@/lib/conversations';
import { newId, publicId } from '@/lib/kernel/ids';
import type { Database } from '@/lib/platform/database';
import { inviteMember } from '@/lib/sellers';
import { addEndpoint, announce } from '@/lib/webhooks';
import { expectAccessible, expectContrast } from '../support/axe';
import { expect, test } from '../support/journey';
import { productInStock, putInCart } from '../support/shopper';

/**
 * Every page on a phone and a desktop, in light and dark, empty and full, is accessible and fits its window. `npm
 * run screenshots` draws it, too: `screenshots/<page>-<device>-<scheme>.png`, to be looked at.
 */
type View = {
  readonly name: string;
  readonly address: string | ((db: Database) => Promise<string>);
  /** What has to happen before the page looks the way it is meant to. */
  readonly before?: (page: Page, db: Database) => Promise<void>;
};

const FULLEST = sql`select c.path, c.id from categories c join listing_categories l on l.category_id = c.id
  where c.depth = 0 group by c.id order by count(*) desc`;

/** What the demo seller has sold. */
const DEMO_SALES = sql`seller_orders part join seller_members m on m.seller_id = part.seller_id
  join users u on u.id = m.user_id and u.email = 'seller@souk.example'`;

const VIEWS: Readonly<Record<'guest' | 'newcomer' | 'buyer' | 'seller' | 'admin', readonly View[]>> = {
  guest: [
    { name: 'home', address: '/' },
    { name: 'departments', address: '/browse' },
    {
      name: 'category',
      address: (db) => one(db, sql`select '/c/' || path from (${FULLEST}) fullest`),
    },
    {
      name: 'category-filtered',
      address: (db) => one(db, sql`select '/c/' || path || '?sort=price_up' from (${FULLEST}) fullest`),
    },
    { name: 'product', address: (db) => productInStock(db) },
    { name: 'search', address: '/search?q=tea' },
    { name: 'search-nothing', address: '/search?q=zzzzqqq' },
    {
      name: 'storefront',
      address: (db) =>
        one(
          db,
          sql`select '/s/' || s.slug from sellers s join offers o on o.seller_id = s.id
            group by s.id order by count(*) desc`,
        ),
    },
    { name: 'cart-empty', address: '/cart' },
    {
      name: 'cart-one',
      address: '/cart',
      before: async (page, db) => putInCart(page, await productInStock(db, 5)),
    },
    {
      name: 'cart-many',
      address: '/cart',
      before: async (page, db) => {
        for (const skip of [6, 7, 8]) await putInCart(page, await productInStock(db, skip));
      },
    },
    {
      name: 'checkout',
      address: '/checkout',
      before: async (page, db) => putInCart(page, await productInStock(db, 9)),
    },
    { name: 'sign-in', address: '/sign-in' },
    { name: 'sign-up', address: '/sign-up' },
    { name: 'track-order', address: '/orders' },
    { name: 'sell-fees', address: '/sell/fees?price=24.00&postage=3.10' },
    { name: 'offline', address: '/offline' },
    { name: 'not-found', address: '/p/no-such-product' },
  ],
  newcomer: [
    { name: 'orders-empty', address: '/orders' },
    { name: 'wishlist-empty', address: '/wishlist' },
    { name: 'addresses-empty', address: '/account/addresses' },
    { name: 'sell', address: '/sell' },
  ],
  buyer: [
    { name: 'orders', address: '/orders' },
    {
      name: 'order',
      address: (db) =>
        one(
          db,
          sql`select '/orders/' || number from orders o join customers c on c.id = o.customer_id
          where c.email = 'buyer@souk.example' order by placed_at desc`,
        ),
    },
    {
      name: 'order-messages',
      address: async (db) => {
        const [found] = await db.execute<{ number: string; id: string }>(
          sql`select o.number, c.id from conversations c join orders o on o.id = c.order_id
            join customers who on who.id = o.customer_id where who.email = 'buyer@souk.example' limit 1`,
        );
        return `/orders/${found!.number}/messages/${publicId('slo', found!.id)}`;
      },
    },
    { name: 'wishlist', address: '/wishlist' },
    { name: 'account', address: '/account' },
    { name: 'account-messages', address: '/account/messages' },
    {
      name: 'ask-seller',
      address: async (db) =>
        `/account/messages/ask?offer=${publicId('off', await one(db, sql`select o.id from offers o join variants v on v.id = o.variant_id join products p on p.id = v.product_id where o.status = 'active' and p.status = 'live' order by o.id`))}`,
    },
    { name: 'addresses', address: '/account/addresses' },
    { name: 'security', address: '/account/security' },
  ],
  seller: [
    { name: 'seller-today', address: '/seller' },
    { name: 'seller-orders', address: '/seller/orders' },
    { name: 'seller-pick', address: '/seller/orders/pick' },
    { name: 'seller-parcels-by-file', address: '/seller/orders/by-file' },
    { name: 'seller-pack', address: '/pack' },
    { name: 'seller-offers', address: '/seller/offers' },
    {
      name: 'seller-order',
      address: async (db) =>
        `/seller/orders/${publicId('slo', await one(db, sql`select part.id from ${DEMO_SALES} order by part.id desc`))}`,
    },
    { name: 'seller-returns', address: '/seller/returns' },
    { name: 'seller-messages', address: '/seller/messages' },
    {
      name: 'seller-conversation',
      address: async (db) =>
        `/seller/messages/${publicId('cnv', await one(db, sql`select part.id from ${DEMO_SALES} join conversations c on c.id = part.id order by c.message_count desc`))}`,
    },
    { name: 'seller-insight', address: '/seller/insight?days=90&chart=conversion' },
    { name: 'seller-health', address: '/seller/insight/health' },
    { name: 'seller-shipping', address: '/seller/shipping' },
    { name: 'seller-programs', address: '/seller/programs' },
    { name: 'seller-endpoint', address: async (db) => `/seller/programs/${await toldProgram(db)}` },
    { name: 'seller-team', address: '/seller/team', before: async (_, db) => inviteSomebody(db) },
    { name: 'seller-money', address: '/seller/money' },
    { name: 'seller-tax', address: '/seller/money/tax' },
    { name: 'seller-invoices', address: '/seller/invoices' },
    { name: 'seller-storefront', address: '/seller/storefront' },
    {
      name: 'seller-own-offer',
      address: async (db) =>
        `/seller/offers/${publicId(
          'off',
          await one(
            db,
            sql`select o.id from offers o
          join seller_members m on m.seller_id = o.seller_id join users u on u.id = m.user_id
          where u.email = 'seller@souk.example' order by 1`,
          ),
        )}`,
    },
    { name: 'seller-promotions', address: '/seller/promotions' },
    { name: 'seller-promotion', address: '/seller/promotions/new?kind=bundle' },
    { name: 'seller-bulk', address: '/seller/offers/bulk' },
    { name: 'seller-find', address: '/seller/offers/new?q=tea' },
    {
      name: 'seller-offer',
      address: async (db) => `/seller/offers/new/${await unsoldProduct(db)}`,
    },
    {
      name: 'seller-products',
      address: '/seller/products',
      before: async (_, db) => void (await describedProduct(db)),
    },
    { name: 'seller-products-by-file', address: '/seller/products/by-file' },
    { name: 'seller-product-start', address: '/seller/products/new?title=Blue%20mug' },
    ...(['details', 'variants', 'pictures', 'check'] as const).map((step) => ({
      name: `seller-product-${step}`,
      address: async (db: Database) => `/seller/products/${await describedProduct(db)}?step=${step}`,
    })),
  ],
  admin: [
    { name: 'admin-queue', address: '/admin' },
    { name: 'admin-conversation', address: async (db) => `/admin/conversations/${await reported(db)}` },
    { name: 'admin-find', address: '/admin/find?q=tea' },
    { name: 'admin-money', address: '/admin/money' },
    {
      name: 'admin-order-books',
      address: async (db) =>
        `/admin/money/order?number=${await one(db, sql`select o.number from orders o join refunds r on r.order_id = o.id order by o.placed_at desc`)}`,
    },
    { name: 'admin-commission', address: '/admin/commission' },
    { name: 'admin-gift-cards', address: '/admin/gift-cards' },
    { name: 'admin-promotions', address: '/admin/promotions' },
    {
      name: 'admin-order',
      address: async (db) =>
        `/admin/orders/${await one(db, sql`select number from orders order by placed_at desc`)}`,
    },
    {
      name: 'admin-seller',
      address: async (db) =>
        `/admin/sellers/${publicId('sel', await one(db, sql`select part.seller_id from ${DEMO_SALES}`))}`,
    },
    {
      name: 'admin-user',
      address: async (db) =>
        `/admin/users/${publicId('usr', await one(db, sql`select id from users where email = 'buyer@souk.example'`))}`,
    },
  ],
};

// Each test is a new browser to the shop, and would have the whole app brought in beside its page.
test.use({ serviceWorkers: 'block' });

for (const [as, views] of Object.entries(VIEWS)) {
  test.describe(`as ${as}`, () => {
    test.use({ as: as as keyof typeof VIEWS });
    for (const view of views) {
      test(`${view.name} is accessible and fits its window, in light and dark @everywhere`, async ({
        page,
        ownerDb,
      }, { project }) => {
        await view.before?.(page, ownerDb);
        const address = typeof view.address === 'string' ? view.address : await view.address(ownerDb);
        const draw = async (theme: string) => {
          if (!process.env.SOUK_DRAW) return;
          const path = `screenshots/${view.name}-${project.name}-${theme}.png`;
          await page.screenshot({ path, fullPage: true, animations: 'disabled' });
        };
        const isPhone = project.name === 'phone';
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        await page.goto(address, { waitUntil: 'networkidle' });
        await page.addStyleTag({ content: EVERYTHING_RENDERED });
        await draw('light');
        // The colours are the same on both devices, and comparing them takes longest.
        await expectAccessible(page, { contrast: isPhone });
        expect(await sidewaysOverflow(page), 'pixels wider than the window').toBe(0);
        expect(await brokenPictures(page), 'pictures that did not load').toEqual([]);

        await page.emulateMedia({ colorScheme: 'dark' });
        await painted(page);
        await draw('dark');
        if (isPhone) await expectContrast(page);
      });
    }
  });
}

const OWN_SELLER = sql`select m.seller_id from seller_members m join users u on u.id = m.user_id
  where u.email = 'seller@souk.example'`;

/** A product in several variants that the demo seller does not sell. */
async function unsoldProduct(db: Database): Promise<string> {
  const id = await one(
    db,
    sql`select v.product_id from variants v join products p on p.id = v.product_id
      left join offers o on o.variant_id = v.id and o.seller_id in (${OWN_SELLER})
      where p.status = 'live' group by v.product_id having count(*) between 2 and 4 and count(o.id) = 0`,
  );
  return publicId('prd', id);
}

/** A product that the demo seller is describing, with something of everything. */
async function describedProduct(db: Database): Promise<string> {
  const sellerId = await one(db, OWN_SELLER);
  const userId = await one(db, sql`select id from users where email = 'seller@souk.example'`);
  const categoryId = await one(db, sql`select id from categories where path like '%mugs%'`);
  const pictures = await db.execute<{ id: string }>(
    sql`select id from media_assets where status = 'ready' and kind = 'image' order by id limit 3`,
  );
  const started = await startProduct(db, {
    sellerId,
    userId,
    categoryId,
    title: 'Blue mug for slow mornings',
  });
  if (!started.ok) throw new Error(started.error);
  const { productId } = started.value;
  await saveDraft(db, {
    sellerId,
    userId,
    productId,
    version: 1,
    change: (content) => ({
      ...content,
      brand: 'Yard',
      description: 'Thrown by hand, glazed twice.',
      variants: ['Sage', 'Sand'].map((colour, index) => ({
        variantId: newId(),
        options: { colour },
        gtin: index === 0 ? '4006381333930' : '',
      })),
      pictures: pictures.map(({ id }) => ({ assetId: id, alt: 'The mug', variantId: null })),
    }),
  });
  return publicId('prd', productId);
}

/** An invitation of the demo shop that waits, one that ran out, and some acts. */
async function inviteSomebody(db: Database): Promise<void> {
  const sellerId = await one(db, OWN_SELLER);
  const userId = await one(db, sql`select id from users where email = 'seller@souk.example'`);
  const now = new Date();
  const before = new Date(now.getTime() - 9 * 24 * 3600 * 1000);
  const invite = { sellerId, userId, now };
  await inviteMember(db, { ...invite, email: 'sam@souk.example', role: 'orders' });
  await inviteMember(db, { ...invite, email: 'kim@souk.example', role: 'finance', now: before });
  for (const action of ['seller.save-offer', 'seller.save-handling']) {
    await db.transaction((tx) =>
      recordAudit(tx, { actor: `user:${userId}`, action, subject: { type: 'desk', id: sellerId } }),
    );
  }
}

/** A conversation that its seller has asked support to look at. */
async function reported(db: Database): Promise<string> {
  const conversationId = await one(
    db,
    sql`select part.id from ${DEMO_SALES} join conversations c on c.id = part.id`,
  );
  const party = { by: 'seller', sellerId: await one(db, OWN_SELLER) } as const;
  const reason = 'They want to pay by another way.';
  await reportConversation(db, { conversationId, party, reason, now: new Date() });
  return publicId('cnv', conversationId);
}

/** A program of the demo seller that has been told of something. */
async function toldProgram(db: Database): Promise<string> {
  const sellerId = await one(db, OWN_SELLER);
  const userId = await one(db, sql`select id from users where email = 'seller@souk.example'`);
  const url = `https://warehouse.example/${newId()}`;
  await addEndpoint(db, { sellerId, userId, url, events: ['stock.low'] });
  const data = { sku: 'MUG-1', available: 2 };
  await announce(db, { sellerId, event: 'stock.low', occurrence: newId(), data });
  return publicId('whe', await one(db, sql`select id from webhook_endpoints where url = ${url}`));
}

async function one(db: Database, query: ReturnType<typeof sql>): Promise<string> {
  const [row] = await db.execute<Record<string, string>>(sql`${query} limit 1`);
  const [value] = Object.values(row ?? {});
  if (!value) throw new Error('The demo shop has nothing to show here');
  return value;
}

/** What is far below keeps its old colours until somebody scrolls there. */
const EVERYTHING_RENDERED = '* { content-visibility: visible !important }';

/** Resolves when the page was drawn as it is now: before that, some of it has its old colours. */
function painted(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}

/** A phone makes its window as wide as what is in it: the width that counts is the one the page was given. */
async function sidewaysOverflow(page: Page): Promise<number> {
  const width = page.viewportSize()?.width ?? 0;
  const needed = await page.evaluate(() => document.documentElement.scrollWidth);
  return Math.max(0, needed - width);
}

/** Pictures below the fold may not have been asked for yet; whatever was must have come. */
function brokenPictures(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.images]
      .filter((image) => image.complete && image.naturalWidth === 0)
      .map((image) => image.currentSrc),
  );
}
