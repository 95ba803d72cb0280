import { forgetServices } from './forget-services';

/**
 * Loaded before every test file: a complete environment for tests outside a running stack. Every address is port 9 of this machine,
 * where nothing listens: a test that reaches for a real service fails at once instead of finding one. Files share
 * their process, so what the one before made of its environment is forgotten.
 */
const TEST_ENVIRONMENT = {
  NODE_ENV: 'test',
  APP_URL: 'http://localhost:3000',
  AUTH_SECRET: 'a-secret-that-only-tests-know',
  LOG_LEVEL: 'silent',
  SOUK_DEMO: '1',
  SOUK_STATE_DIR: '.souk/test',
  DATABASE_URL: 'postgres://souk_app@127.0.0.1:9/souk',
  UPSTASH_REDIS_REST_URL: 'http://127.0.0.1:9',
  UPSTASH_REDIS_REST_TOKEN: 'test-token',
  STRIPE_SECRET_KEY: 'sk_test_souk_sandbox',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_souk_sandbox',
  STRIPE_WEBHOOK_SECRET: 'whsec_souk_sandbox_secret',
  STRIPE_API_URL: 'http://127.0.0.1:9',
  EASYPOST_API_KEY: 'EZ_souk_sandbox',
  EASYPOST_WEBHOOK_SECRET: 'a-carrier-secret-that-only-tests-know',
  EASYPOST_API_URL: 'http://127.0.0.1:9',
  SMTP_URL: 'smtp://127.0.0.1:9',
  STORAGE_DIR: '.souk/test/media',
  PRIVATE_STORAGE_DIR: '.souk/test/private',
};

Object.assign(process.env, TEST_ENVIRONMENT);
forgetServices();
