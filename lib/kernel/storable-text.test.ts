import { expect, it } from 'vitest';
import { storableText } from './storable-text';

it.each([
  ['plain', 'plain'],
  ['', ''],
  ['a\0b', 'ab'],
  ['half \ud83d of a pair \ude00', 'half  of a pair '],
  ['whole 😀 ✓ ä \n\t', 'whole 😀 ✓ ä \n\t'],
])('of %j is %j', (text, storable) => expect(storableText(text)).toBe(storable));
