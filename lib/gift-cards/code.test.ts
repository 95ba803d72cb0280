import { expect, test } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { giftCardCode, hashGiftCardCode } from './code';

test('a code is the card’s own, and is known however it is typed', () => {
  const giftCardId = newId();
  const code = giftCardCode(giftCardId);
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  expect(giftCardCode(giftCardId)).toBe(code);
  expect(giftCardCode(newId())).not.toBe(code);
  const hash = hashGiftCardCode(code);
  const typed = [
    code.toLowerCase(),
    code.replaceAll('-', ' '),
    code.replaceAll('-', ''),
    code.replaceAll('0', 'o').replaceAll('1', 'l'),
  ];
  for (const each of typed) expect(hashGiftCardCode(each)).toBe(hash);
  expect(hashGiftCardCode(`${code}2`)).not.toBe(hash);
});
