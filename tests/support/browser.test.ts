import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BrowserError, findBrowser, requireBrowser } from './browser';

const folder = mkdtempSync(path.join(tmpdir(), 'souk-browser-'));
const chromium = path.join(folder, 'chromium');
writeFileSync(chromium, '#!/bin/sh\n');
chmodSync(chromium, 0o755);
afterAll(() => rmSync(folder, { recursive: true }));

describe('finding a browser', () => {
  it('takes the one that is named, before all others', () => {
    expect(requireBrowser({ SOUK_BROWSER: chromium, NODE_ENV: 'test' }, () => {})).toBe(chromium);
  });

  it('refuses a named one that is not there, instead of testing in another', () => {
    const environment = { SOUK_BROWSER: path.join(folder, 'gone'), PATH: folder, NODE_ENV: 'test' } as const;
    expect(() => requireBrowser(environment, () => {})).toThrow(BrowserError);
  });

  it('finds one on the PATH when there is none of its own', () => {
    const found = findBrowser({ PATH: folder, NODE_ENV: 'test' }, 'linux', () => null);
    expect(found).toBe(chromium);
  });

  it('says so when there is none', () => {
    expect(
      findBrowser({ PATH: path.join(folder, 'empty'), NODE_ENV: 'test' }, 'linux', () => null),
    ).toBeNull();
  });
});
