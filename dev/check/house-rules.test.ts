import { describe, expect, it } from 'vitest';
import { checkHouseRules } from './house-rules';
import { parseTree } from './source-tree';

/** The messages about a checkout that holds exactly these files. */
function findings(files: Readonly<Record<string, string>>): string[] {
  return checkHouseRules(parseTree(Object.entries(files))).map(
    ({ path, line, message }) => `${path}:${line} ${message}`,
  );
}

/** Findings for one file; what it imports exists, and is empty. */
function findingsFor(path: string, text: string): string[] {
  const files: Record<string, string> = { [path]: text };
  for (const [, target] of text.matchAll(/'@\/([^']+)'/g)) files[`${target}.ts`] ??= '';
  return findings(files);
}

describe('imports flow one way', () => {
  it.each([
    ['lib/kernel/money.ts', "import { env } from '@/lib/platform/env';"],
    ['lib/kernel/money.ts', "import { orders } from '@/db/schema/orders';"],
    ['lib/i18n/format.ts', "import { env } from '@/lib/platform/env';"],
    ['db/schema/orders.ts', "import { log } from '@/lib/platform/log';"],
    ['lib/platform/mail.ts', "import { getOrder } from '@/lib/orders/index';"],
    ['lib/orders/queries.ts', "import { currentActor } from '@/lib/http/index';"],
    ['lib/orders/queries.ts', "import { handler } from '@/workers/background/handler';"],
    ['lib/http/index.ts', "import { Shell } from '@/app/shell';"],
    ['workers/background/main.ts', "import { defineRoute } from '@/lib/http/index';"],
    ['workers/service-worker/main.ts', "import { log } from '@/lib/platform/log';"],
    ['components/ui/button.tsx', "import type { Offer } from '@/lib/offers/model';"],
    ['components/ui/button.tsx', "import { Price } from '@/components/catalog/price';"],
    ['components/cart/line.tsx', "import type { Database } from '@/lib/platform/database';"],
    ['app/[locale]/page.tsx', "import { orders } from '@/db/schema/orders';"],
    ['app/[locale]/page.tsx', "import { job } from '@/workers/background/job';"],
    ['dev/stack.ts', "import { Shell } from '@/app/shell';"],
  ])('%s refuses %s', (path, text) => {
    expect(findingsFor(path, text)).toEqual([expect.stringContaining('may not import')]);
  });

  it('refuses tools and tests to the product, however they are imported', () => {
    for (const text of [
      "import { startStack } from '@/dev/stack';",
      "import type { Stack } from '@/dev/stack';",
      "export { startStack } from '@/dev/stack';",
      "export const load = () => import('@/dev/stack');",
      "export type Stack = import('@/dev/stack').Stack;",
      "import { seed } from '@/db/seed/main';",
      "import { testDatabase } from '@/tests/support/database';",
    ]) {
      expect(findingsFor('lib/platform/database.ts', text), text).toHaveLength(1);
    }
  });

  it('sees through relative paths', () => {
    const files = { 'lib/kernel/ids.ts': "import '../platform/env';", 'lib/platform/env.ts': '' };
    expect(findings(files)).toEqual([
      'lib/kernel/ids.ts:1 lib/kernel may not import lib/platform (../platform/env)',
    ]);
  });

  it('lets each zone import what is below it', () => {
    expect(
      findings({
        'lib/kernel/ids.ts': '',
        'db/schema/orders.ts': "import '../../lib/kernel/ids';",
        'lib/platform/database.ts': "import '@/lib/kernel/ids';",
        'lib/orders/queries.ts': "import '@/db/schema/orders'; import '@/lib/platform/database';",
        'lib/orders/index.ts': "export * from './queries';",
        'lib/orders/model.ts': '',
        'lib/http/index.ts': "import '@/lib/orders';",
        'components/orders/row.tsx': "import '@/lib/orders/model';",
        'app/[locale]/page.tsx':
          "import '@/lib/http'; import '@/lib/orders'; import '@/components/orders/row';",
        'workers/background/main.ts': "import '@/lib/orders';",
        'tests/e2e/buy.spec.ts': "import '@/lib/orders/queries';",
      }),
    ).toEqual([]);
  });
});

describe('a domain is entered by its doors, from above', () => {
  it('refuses files behind the door', () => {
    expect(
      findingsFor('lib/checkout/place-order.ts', "import { x } from '@/lib/orders/insert-order';"),
    ).toEqual([expect.stringContaining('enters orders only by its index, model')]);
  });

  it('refuses the way back up', () => {
    expect(findingsFor('lib/orders/cancel.ts', "import { x } from '@/lib/checkout/index';")).toEqual([
      expect.stringContaining('the way back is an event'),
    ]);
  });

  it('refuses a domain that has no place in the order', () => {
    expect(findings({ 'lib/loyalty/index.ts': '' })).toEqual([
      expect.stringContaining('lib/loyalty has no place'),
    ]);
  });

  it('refuses input schemas and cached reads to other domains and components', () => {
    for (const path of ['lib/checkout/quote.ts', 'components/cart/line.tsx', 'workers/background/job.ts']) {
      for (const door of ['input', 'cached']) {
        expect(findingsFor(path, `import { x } from '@/lib/carts/${door}';`), `${path} ${door}`).toHaveLength(
          1,
        );
      }
    }
  });

  it('refuses the server door to components', () => {
    expect(findingsFor('components/cart/line.tsx', "import { x } from '@/lib/carts/index';")).toHaveLength(1);
  });
});

describe('tables belong to one domain', () => {
  it('refuses the tables of another', () => {
    expect(findingsFor('lib/carts/queries.ts', "import { offers } from '@/db/schema/offers';")).toEqual([
      expect.stringContaining('db/schema/offers belongs to offers'),
    ]);
  });

  it('lets a declared projection read them', () => {
    expect(findingsFor('lib/orders/queries.ts', "import { sellers } from '@/db/schema/sellers';")).toEqual(
      [],
    );
  });

  it('refuses the tables of queue and outbox to every domain', () => {
    expect(findingsFor('lib/orders/queries.ts', "import { jobs } from '@/db/schema/events';")).toHaveLength(
      1,
    );
  });
});

describe('domains run under plain Node', () => {
  it.each(['next/headers', 'next/cache', 'next', 'server-only'])(
    'refuses %s to domains, platform and workers',
    (name) => {
      for (const path of ['lib/orders/queries.ts', 'lib/platform/log.ts', 'workers/background/main.ts']) {
        expect(findings({ [path]: `import { x } from '${name}';` }), path).toHaveLength(1);
      }
      expect(findings({ 'lib/catalog/cached.ts': `import { x } from '${name}';` })).toEqual([]);
    },
  );
});

describe('cycles', () => {
  it('are told with their whole way, types included', () => {
    expect(
      findings({
        'lib/orders/a.ts': "import { b } from './b';",
        'lib/orders/b.ts': "import { c } from './c';",
        'lib/orders/c.ts': "import type { A } from './a';",
      }),
    ).toEqual([
      'lib/orders/c.ts:1 import cycle: lib/orders/a.ts -> lib/orders/b.ts -> lib/orders/c.ts -> lib/orders/a.ts',
    ]);
  });
});

describe('what goes to browsers', () => {
  it('reaches no server code by any way', () => {
    expect(
      findings({
        'lib/carts/model.ts': "export { limit } from './limits';",
        'lib/carts/limits.ts': "import { z } from 'zod';",
      }),
    ).toEqual([expect.stringContaining('reaches zod')]);
    expect(
      findings({
        'app/[locale]/buy.tsx': "'use client'; import '@/lib/platform/env';",
        'lib/platform/env.ts': '',
      }),
    ).toEqual([expect.stringContaining('reaches lib/platform/env.ts')]);
  });

  it('may take types and call server actions', () => {
    expect(
      findings({
        'app/[locale]/buy.tsx':
          "'use client'; import { add } from './actions'; import type { Cart } from '@/lib/carts';",
        'app/[locale]/actions.ts':
          "'use server'; import { defineAction } from '@/lib/http'; export const add = defineAction({});",
        'lib/carts/index.ts': "import 'postgres';",
        'lib/http/index.ts': '',
      }),
    ).toEqual([]);
  });
});

describe('whatever a browser can call declares its policy', () => {
  const http = { 'lib/http/index.ts': '' };
  const guarded = "import { defineAction, defineRoute, defineSignedRoute, requirePage } from '@/lib/http';";

  it.each([
    'export async function pay() {}',
    'export const pay = async () => {};',
    'export const pay = wrap(defineAction({}));',
    'const pay = async () => {}; export { pay };',
    'export default async function pay() {}',
    "export * from './more';",
  ])('refuses the action %s', (action) => {
    expect(
      findings({ ...http, 'app/[locale]/actions.ts': `'use server'; ${guarded} ${action}` }),
    ).toContainEqual(expect.stringContaining('declares no policy'));
  });

  it('refuses a guard that is not the one of lib/http', () => {
    const text = "'use server'; import { defineAction } from './mine'; export const pay = defineAction({});";
    expect(findings({ 'app/[locale]/actions.ts': text, 'app/[locale]/mine.ts': '' })).toHaveLength(1);
  });

  it('refuses server actions outside actions.ts, and inline', () => {
    expect(findings({ 'lib/carts/index.ts': "'use server'; export {};" })).toEqual([
      expect.stringContaining('belongs in an actions.ts'),
    ]);
    const inline =
      "export default function Page() { async function pay() { 'use server'; } return <form action={pay} />; }";
    expect(findings({ 'app/[locale]/page.tsx': inline })).toEqual([
      expect.stringContaining('inline server action'),
    ]);
  });

  it.each([
    'export async function GET() {}',
    'export const POST = async () => {};',
    'export const { GET, POST } = handlers;',
    "export { GET } from './get';",
  ])('refuses the route %s', (route) => {
    expect(findings({ ...http, 'app/api/orders/route.ts': `${guarded} ${route}` })).toContainEqual(
      expect.stringContaining('declares no policy'),
    );
  });

  it.each(['account', '(shop)/orders/[number]', 'seller/offers', 'admin', 'checkout'])(
    'refuses a page under %s without a guard, even when its layout has one',
    (folder) => {
      expect(
        findings({
          ...http,
          [`app/[locale]/${folder}/layout.tsx`]: `${guarded} await requirePage('user', '/', p);`,
          [`app/[locale]/${folder}/page.tsx`]: 'export default function Page() { return null; }',
        }),
      ).toEqual([expect.stringContaining('begins with requirePage')]);
    },
  );

  it('accepts guarded actions, routes and pages', () => {
    expect(
      findings({
        ...http,
        'app/[locale]/cart/actions.ts': `'use server'; ${guarded} export const add = defineAction({}); export type A = 1;`,
        'app/api/cart/route.ts': `${guarded} export const GET = defineRoute({}); export const maxDuration = 5;`,
        'app/api/webhooks/stripe/route.ts': `${guarded} export const POST = defineSignedRoute({});`,
        'app/[locale]/account/page.tsx': `${guarded} export default async function Page({ params }) { await requirePage('user', '/account', params); }`,
        'app/[locale]/(shop)/page.tsx': 'export default function Home() { return null; }',
      }),
    ).toEqual([]);
  });
});

describe('names and sizes', () => {
  it.each(['lib/carts/utils.ts', 'lib/carts/helpers.ts', 'lib/carts/types.ts', 'components/common/box.tsx'])(
    'refuses %s, which says nothing',
    (path) => expect(findings({ [path]: '' })).toEqual([expect.stringContaining('says nothing')]),
  );

  it('refuses other cases than kebab', () => {
    expect(findings({ 'components/cart/CartLine.tsx': '' })).toEqual([
      expect.stringContaining('not kebab-case'),
    ]);
    expect(findings({ 'app/[locale]/(shop)/c/[...path]/page.tsx': '' })).toEqual([]);
  });

  it('refuses files nobody reads to the end', () => {
    expect(findings({ 'lib/carts/queries.ts': '//\n'.repeat(301) })).toEqual([
      expect.stringContaining('split it'),
    ]);
  });
});

describe('casts through unknown', () => {
  it.each(['x as unknown as Cart', '(x as unknown) as Cart'])('refuses %s', (cast) => {
    expect(findings({ 'lib/carts/queries.ts': `export const y = ${cast};` })).toHaveLength(1);
  });
});
