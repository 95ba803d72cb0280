import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSettings, planStack } from './configuration';

const database = { DATABASE_URL: 'postgres://app@db/souk' };
const payments = {
  STRIPE_SECRET_KEY: 'sk_live_1',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
};
const mail = { SMTP_URL: 'smtp://mail' };

describe('planStack', () => {
  test('with nothing configured, everything is local and a demonstration', () => {
    const { configured, demo } = planStack({});
    expect(Object.values(configured)).toEqual([false, false, false, false, false, false]);
    expect(demo).toBe(true);
  });

  test('a configured part is not started here', () => {
    const { configured, demo } = planStack({ ...database, ...payments, ...mail });
    expect(configured).toEqual({
      database: true,
      cache: false,
      payments: true,
      carriers: false,
      mail: true,
      files: false,
    });
    expect(demo).toBe(false);
  });

  test('a sandbox beside a configured service is refused, with the variables to set', () => {
    expect(() => planStack(database)).toThrow(
      /configured \(database\).*STRIPE_SECRET_KEY.*SMTP_URL.*SOUK_DEMO=1/s,
    );
    expect(() => planStack(payments)).toThrow(/mail would need one.*SMTP_URL/s);
    expect(() => planStack({ SOUK_DEMO: '0' })).toThrow(/SOUK_DEMO=0/);
  });

  test('a demonstration on a configured database has to be asked for', () => {
    expect(planStack({ ...database, SOUK_DEMO: '1' })).toMatchObject({
      demo: true,
      configured: { database: true },
    });
  });

  test('half of a part is refused with what is missing', () => {
    expect(() => planStack({ STRIPE_SECRET_KEY: 'sk_live_1' })).toThrow(
      /STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET must/,
    );
    expect(() => planStack({ UPSTASH_REDIS_REST_URL: 'https://cache' })).toThrow(
      /UPSTASH_REDIS_REST_TOKEN must/,
    );
    expect(() => planStack({ DATABASE_OWNER_URL: 'postgres://owner@db/souk' })).toThrow(/DATABASE_URL must/);
  });
});

describe('loadSettings', () => {
  test('the environment wins over .env.local, that over .env; empty values count as unset', async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'souk-settings-'));
    await writeFile(path.join(root, '.env'), 'A=file\nB=file\nC=file\nD=\n');
    await writeFile(path.join(root, '.env.local'), 'B=local\nC=local\n');
    const settings = loadSettings({ NODE_ENV: 'test', C: 'environment', A: '' }, root);
    expect(settings).toEqual({ NODE_ENV: 'test', A: 'file', B: 'local', C: 'environment' });
    await rm(root, { recursive: true });
  });
});
