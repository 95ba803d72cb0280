import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteLexeme, requireShare } from './terms';
import { splitUnwanted } from './unwanted';

test('a listing comes into question when what it carries weighs enough, and only then', () => {
  const terms = fc
    .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 })
    .map((weights) =>
      weights
        .toSorted((one, other) => other - one)
        .map((weight, index) => ({ lexeme: `'t${index}'`, weight })),
    );
  fc.assert(
    fc.property(
      terms,
      fc.double({ min: 0.1, max: 1, noNaN: true }),
      fc.infiniteStream(fc.boolean()),
      (given, share, has) => {
        const carried = new Set(given.filter(() => has.next().value).map(({ lexeme }) => lexeme));
        const weigh = (some: typeof given) => some.reduce((sum, { weight }) => sum + weight, 0);
        const enough =
          carried.size > 0 &&
          weigh(given.filter(({ lexeme }) => carried.has(lexeme))) >= share * weigh(given);
        const matches = requireShare(given, share)
          .split(' | ')
          .some((set) =>
            set
              .slice(1, -1)
              .split(' & ')
              .every((lexeme) => carried.has(lexeme)),
          );
        expect(matches).toBe(enough);
      },
    ),
  );
});

test('a lexeme cannot leave its quotes', () => {
  expect(quoteLexeme("it's \\ b")).toBe("'it''s \\\\ b'");
});

test.each([
  ['desk chair without wheels', 'desk chair ', 'wheels'],
  ['knife sets without knife block', 'knife sets ', 'block'],
  ['thermostat w/o c wire', 'thermostat ', 'c wire'],
  ['without a paddle', 'without a paddle', ''],
  ['mens socks', 'mens socks', ''],
])('%s', (text, wanted, unwanted) => {
  expect(splitUnwanted(text, 'en')).toEqual({ wanted, unwanted });
});
