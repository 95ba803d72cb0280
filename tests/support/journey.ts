import { test as base, type Page } from '@playwright/test';
import { Mailbox } from './mailbox';

export { expect } from '@playwright/test';

type JourneyFixtures = {
  readonly mailbox: Mailbox;
  /**
   * What went wrong in this page without anybody seeing it: errors on the console, exceptions, answers of 500
   * and above. A journey fails when any is left at its end; one that provokes a fault takes it out.
   */
  readonly faults: string[];
};

/** Playwright's `test` for journeys through the shop. */
export const test = base.extend<JourneyFixtures>({
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
});

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
