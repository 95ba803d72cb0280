import { test as base, type Page } from '@playwright/test';
import { DEMO_LOGINS } from '@/lib/identity/demo-logins';
import { connect, type Database } from '@/lib/platform/database';
import { Mailbox } from './mailbox';
import { signedInPerson, signInCookie } from './people';

export { expect } from '@playwright/test';

/** Who walks: nobody in particular, somebody who has just opened an account, or one of the demo people. */
type Walker = 'guest' | 'newcomer' | (typeof DEMO_LOGINS)[number]['role'];

type JourneyFixtures = {
  /** Set by `test.use({ as: 'seller' })`; the browser is signed in before the journey begins. */
  readonly as: Walker;
  readonly mailbox: Mailbox;
  /**
   * What went wrong in this page without anybody seeing it: errors on the console, exceptions, answers of 500
   * and above. A journey fails when any is left at its end; one that provokes a fault takes it out.
   */
  readonly faults: string[];
};

/** Playwright's `test` for journeys through the shop. */
export const test = base.extend<JourneyFixtures, { readonly ownerDb: Database }>({
  as: ['guest', { option: true }],
  context: async ({ context, as, ownerDb, baseURL }, use) => {
    const cookie = await cookieOf(as, ownerDb);
    if (cookie) await context.addCookies([{ ...cookie, url: baseURL, httpOnly: true, sameSite: 'Lax' }]);
    await use(context);
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what a fixture needs
  mailbox: async ({}, use) => use(new Mailbox(requireSetting('SOUK_E2E_MAIL_URL'))),
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      watch(page, faults);
      await use(faults);
      base.expect(faults, 'faults of the page').toEqual([]);
    },
    { auto: true },
  ],
  ownerDb: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const { db, close } = connect(requireSetting('DATABASE_OWNER_URL'), { max: 2 });
      await use(db);
      await close();
    },
    { scope: 'worker' },
  ],
});

async function cookieOf(as: Walker, ownerDb: Database): Promise<{ name: string; value: string } | null> {
  if (as === 'guest') return null;
  const demo = DEMO_LOGINS.find(({ role }) => role === as);
  const cookie = demo ? await signInCookie(ownerDb, demo.email) : (await signedInPerson(ownerDb)).cookie;
  const [name = '', ...value] = cookie.split('=');
  return { name, value: value.join('=') };
}

function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    // The browser's own words for an answer of 4xx and 5xx; the latter are told below, the former are no faults.
    const isStatus = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isStatus) faults.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
}

function requireSetting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: journeys are started by npm run test:e2e`);
  return value;
}
