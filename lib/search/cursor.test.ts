import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor';

test('a cursor says where the page ended', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.uuid(), (key, productId) => {
      expect(decodeCursor(encodeCursor({ key, productId }))).toEqual({ key, productId });
    }),
  );
});

test('what is not a cursor is none, and never an error', () => {
  fc.assert(fc.property(fc.string(), (text) => void decodeCursor(text)));
  const forged = (text: string) => Buffer.from(text).toString('base64url');
  expect(decodeCursor('')).toBeNull();
  expect(decodeCursor(forged('1'))).toBeNull();
  expect(decodeCursor(forged('1.not-a-uuid'))).toBeNull();
  expect(decodeCursor(forged(`9999999999999999.${crypto.randomUUID()}`))).toBeNull();
  expect(decodeCursor(forged(`1; drop table listings.${crypto.randomUUID()}`))).toBeNull();
});
