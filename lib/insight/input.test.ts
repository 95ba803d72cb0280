import { describe, expect, it } from 'vitest';
import { newId, publicId } from '@/lib/kernel/ids';
import { seenInput } from './input';

const product = publicId('prd', newId());
const offer = publicId('off', newId());
const termOf = (term: string) =>
  seenInput.parse({ shown: [product], viewed: null, term }).map((activity) => activity.term);

describe('what a page says it showed', () => {
  it('is each tile once, and its product with the words that led to it', () => {
    const seen = { shown: [product, product], viewed: { productId: product, offerId: offer }, term: 'Lamp' };
    expect(seenInput.parse(seen)).toMatchObject([
      { kind: 'shown', term: null },
      { kind: 'viewed', term: 'lamp' },
    ]);
  });

  it.each([
    ['  Blue   LAMP ', 'blue lamp'],
    ['', null],
    ['somebody@example.com', null],
    ['x'.repeat(61), null],
  ])('searched as %j is counted as %j', (term, counted) => expect(termOf(term)).toEqual([counted]));

  it.each([
    { shown: ['no key'], viewed: null, term: null },
    { shown: [offer], viewed: null, term: null },
    { shown: Array.from({ length: 101 }, () => product), viewed: null, term: null },
    { shown: [], viewed: null, term: 'x'.repeat(501) },
    { shown: [], viewed: { productId: product }, term: null },
    {},
  ])('is refused when it is no such thing: %#', (seen) =>
    expect(seenInput.safeParse(seen).success).toBe(false),
  );
});
