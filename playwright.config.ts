import { defineConfig, devices } from '@playwright/test';

/**
 * Journeys in a real browser. `tests/run.ts` (`npm run test:e2e`) starts the shop, finds the browser and says
 * where both are. Most journeys are walked on a phone; `@desktop` in a title walks it on a desktop instead, and
 * `@everywhere` on both.
 */
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // A shared machine may stall for longer than a journey waits; what passes only then is listed as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  use: {
    // What cannot be pressed by then never can, and the test should say so before its own time is up.
    actionTimeout: 20_000,
    baseURL: process.env.SOUK_E2E_URL,
    locale: 'en-US',
    // A trace is a film of every step: drawing it takes a quarter of the browser's time.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.SOUK_BROWSER,
      // Chromium refuses its own sandbox to root, who runs the tests in most containers.
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    {
      name: 'phone',
      grepInvert: /@desktop/,
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
    },
    {
      name: 'desktop',
      grep: /@desktop|@everywhere/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
  ],
});
