import type { Browser, Page } from '@playwright/test';
import type { Person } from './people';

/** A window of somebody else's. */
export async function windowOf(browser: Browser, person: Person, origin: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin });
  const [name = '', ...value] = person.cookie.split('=');
  await context.addCookies([{ name, value: value.join('='), url: origin, sameSite: 'Lax' }]);
  return context.newPage();
}
