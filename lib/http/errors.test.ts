import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { LOCALES } from '@/lib/i18n';
import english from '@/lib/i18n/messages/en/errors.json';
import { ERROR_STATUS, type ErrorCode } from './errors';
import { errorWords, fieldWords } from './words';

const CODES = Object.keys(ERROR_STATUS) as ErrorCode[];

const source = readdirSync('.', { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(lib|app|workers)\/.*(?<!\.test)\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.resolve(file), 'utf8') }));

/** A value for whatever the words leave open. */
function detailFor(code: ErrorCode): Record<string, number> {
  const names = [...english.codes[code].matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name!);
  return Object.fromEntries(names.map((name) => [name, 2]));
}

test('every code has words in every language, and no words are left over', () => {
  for (const locale of LOCALES) {
    for (const code of CODES) expect(errorWords(locale, code, detailFor(code))).toMatch(/^[A-Z\d].*\.$/);
  }
  expect(Object.keys(english.codes).toSorted()).toEqual(CODES.toSorted());
});

test('every code anybody refuses with is in the table', () => {
  const refused = source.flatMap(({ file, text }) =>
    [...text.matchAll(/\brefuse\(\s*'(\w+)'/g)].map(([, code]) => ({ file, code })),
  );
  expect(refused.length).toBeGreaterThan(20);
  expect(refused.filter(({ code }) => !Object.hasOwn(ERROR_STATUS, code ?? ''))).toEqual([]);
});

test('the words for waiting name whole minutes', () => {
  expect(errorWords('en', 'too_many_requests', { retryAfterSeconds: 5 })).toContain('in a minute');
  expect(errorWords('en', 'too_many_requests', { retryAfterSeconds: 600 })).toContain('in 10 minutes');
});

test('what a schema refuses is told in plain words beside its field', () => {
  const schema = z.object({
    name: z.string().min(1),
    email: z.email(),
    password: z.string().min(8),
    address: z.object({ country: z.string().refine(() => false, 'country') }),
    quantity: z.number().max(99),
  });
  const parsed = schema.safeParse({
    name: '',
    email: 'x',
    password: 'short',
    address: { country: 'XX' },
    quantity: 1e9,
  });
  expect(fieldWords('en', parsed.error!)).toEqual({
    name: 'Please fill this in.',
    email: 'This does not look like an e-mail address.',
    password: 'Please use at least 8 characters.',
    'address.country': 'Please choose a country.',
    quantity: 'This must be at most 99.',
  });
  expect(fieldWords('en', schema.safeParse({}).error!)).toMatchObject({ name: 'Please fill this in.' });
});
