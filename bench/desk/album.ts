import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium, devices, type Browser } from 'playwright';
import { requireBrowser } from '@/tests/support/browser';

const FOLDER = 'screenshots/desk';
const SCHEMES = ['light', 'dark'] as const;
const DEVICES = {
  phone: { ...devices['Pixel 7'], viewport: { width: 360, height: 780 } },
  desktop: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
} as const;

/** Pictures of pages, as one who is signed in sees them. */
export class Album {
  readonly #browser: Browser;
  readonly #origin: string;

  private constructor(browser: Browser, origin: string) {
    this.#browser = browser;
    this.#origin = origin;
  }

  static async open(origin: string): Promise<Album> {
    await mkdir(FOLDER, { recursive: true });
    const executablePath = requireBrowser(process.env, console.log);
    return new Album(await chromium.launch({ executablePath, args: ['--no-sandbox'] }), origin);
  }

  /** Draws a page on a phone and a desktop, in light and dark: `<name>-<device>-<scheme>.png`. True when it fits both. */
  async draw(name: string, { address, cookie }: { address: string; cookie: string }): Promise<boolean> {
    const [cookieName = '', ...value] = cookie.split('=');
    let fits = true;
    for (const [device, options] of Object.entries(DEVICES)) {
      const context = await this.#browser.newContext({ ...options, baseURL: this.#origin, locale: 'en-US' });
      await context.addCookies([{ name: cookieName, value: value.join('='), url: this.#origin }]);
      const page = await context.newPage();
      await page.goto(address, { waitUntil: 'networkidle' });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > options.viewport.width) {
        console.log(`       ${address} is ${width} wide on a ${device}`);
        fits = false;
      }
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const file = path.join(FOLDER, `${name}-${device}-${colorScheme}.png`);
        await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
      }
      await context.close();
    }
    return fits;
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
