import { describe, expect, it } from 'vitest';
import { isSlug, slugOf } from './slug';

describe('a slug', () => {
  it.each(['Käse & Co.', 'North Lamps', '700 ml', 'x'.repeat(300)])('made of %j can be one', (name) =>
    expect(isSlug(slugOf(name))).toBe(true),
  );

  it.each(['', 'UPPER', 'a b', 'a/b', '../etc', 'nul\0', '%00', 'ä', "'; --", 'x'.repeat(161)])(
    'cannot be %j',
    (text) => expect(isSlug(text)).toBe(false),
  );
});
