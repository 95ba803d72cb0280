import { describe, expect, it } from 'vitest';
import { newOrderNumber, parseOrderNumber } from './order-number';

describe('an order number', () => {
  it('is two groups of five that cannot be misread', () => {
    for (let n = 0; n < 500; n++)
      expect(newOrderNumber()).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('does not repeat', () => {
    expect(new Set(Array.from({ length: 5000 }, newOrderNumber)).size).toBe(5000);
  });

  it.each(['7K2M9-QXM41', '7k2m9qxm41', ' 7k2m9 - qxm4l ', '7K2M9QXM4I'])(
    'is read from %j as people type it',
    (typed) => {
      expect(parseOrderNumber(typed)).toBe('7K2M9-QXM41');
    },
  );

  it.each(['', '7K2M9', '7K2M9-QXM4', '7K2M9-QXM4TT', '7K2M9-QXM4U', "7K2M9-QXM4'", '../../../..', 'null'])(
    'is not read from %j',
    (typed) => {
      expect(parseOrderNumber(typed)).toBeNull();
    },
  );
});
