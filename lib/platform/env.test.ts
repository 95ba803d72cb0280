import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EnvironmentError, environmentSchema, parseEnvironment } from './env';

const complete = {
  APP_URL: 'https://souk.example/',
  AUTH_SECRET: 'sixteen-characters-or-more',
  DATABASE_URL: 'postgres://souk_app@db/souk',
  UPSTASH_REDIS_REST_URL: 'https://cache.example',
  UPSTASH_REDIS_REST_TOKEN: 'token',
  STRIPE_SECRET_KEY: 'sk_live_secret',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_public',
  STRIPE_WEBHOOK_SECRET: 'whsec_secret',
  SMTP_URL: 'smtp://mail.example',
};

describe('parseEnvironment', () => {
  test('gives typed values and defaults', () => {
    const parsed = parseEnvironment({ ...complete, DATABASE_POOL_SIZE: '25', DATABASE_REPLICA_URLS: 'a, b' });
    expect(parsed).toMatchObject({
      APP_URL: 'https://souk.example',
      DATABASE_POOL_SIZE: 25,
      DATABASE_REPLICA_URLS: ['a', 'b'],
      SOUK_DEMO: false,
      LOG_LEVEL: 'info',
    });
  });

  test('names everything that is missing or wrong, and shows no value', () => {
    const attempt = () =>
      parseEnvironment({ ...complete, AUTH_SECRET: 'too-short', SMTP_URL: '', LOG_LEVEL: 'loud' });
    expect(attempt).toThrow(EnvironmentError);
    expect(attempt).toThrow(/AUTH_SECRET.*LOG_LEVEL.*SMTP_URL/s);
    expect(attempt).not.toThrow(/too-short|loud/);
  });

  test('refuses an integration that is set by half', () => {
    expect(() => parseEnvironment({ ...complete, GOOGLE_CLIENT_ID: 'id' })).toThrow(
      /GOOGLE_CLIENT_SECRET must be set/,
    );
    expect(() => parseEnvironment({ ...complete, S3_BUCKET: 'media' })).toThrow(
      /S3_ENDPOINT, S3_PRIVATE_BUCKET, S3_REGION.*must be set/,
    );
  });

  test('keeps demo data and real payments apart', () => {
    expect(() => parseEnvironment({ ...complete, SOUK_DEMO: '1' })).toThrow(/real Stripe key/);
    expect(() => parseEnvironment({ ...complete, STRIPE_API_URL: 'http://127.0.0.1:8085' })).toThrow(
      /needs SOUK_DEMO=1/,
    );
    const sandbox = { ...complete, SOUK_DEMO: '1', STRIPE_API_URL: 'http://127.0.0.1:8085' };
    expect(parseEnvironment(sandbox).SOUK_DEMO).toBe(true);
  });
});

describe('.env.example', () => {
  const example = readFileSync('.env.example', 'utf8');
  const listed = [...example.matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);

  test('lists every variable of the schema, once, and no other', () => {
    expect(listed.toSorted()).toEqual(Object.keys(environmentSchema.shape).toSorted());
  });

  test('sets nothing: copied as it is, it changes nothing', () => {
    expect(example.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
  });
});
