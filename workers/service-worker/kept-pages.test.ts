import { describe, expect, it } from 'vitest';
import { isKeptPage } from './kept-pages';

describe('the service worker', () => {
  it.each([
    '/',
    '/browse',
    '/c/kitchen/mugs',
    '/p/blue-mug',
    '/s/casa-azulejo',
    '/de',
    '/de/p/blue-mug',
    '/pack',
  ])('keeps %s', (path) => expect(isKeptPage(path)).toBe(true));

  it.each([
    '/cart',
    '/checkout',
    '/orders/7K2M9-QXM4T',
    '/account',
    '/account/security',
    '/seller',
    '/seller/orders/pick',
    '/admin',
    '/api/me',
    '/sign-in',
    '/search',
  ])('never keeps %s', (path) => expect(isKeptPage(path)).toBe(false));
});
