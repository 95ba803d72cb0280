import { expect, test } from 'vitest';
import { isStrictPath } from './strict-sections';

test.each(['/checkout', '/checkout?country=DE', '/orders/A-1', '/de/sign-in', '/seller/money#top'])(
  '%s is where money or credentials are entered',
  (path) => expect(isStrictPath(path)).toBe(true),
);

test.each(['/', '/p/checkout', '/c/orders', '/sellers-guide', '/cart', '/s/admin', '/search?q=/checkout'])(
  '%s is not',
  (path) => expect(isStrictPath(path)).toBe(false),
);
