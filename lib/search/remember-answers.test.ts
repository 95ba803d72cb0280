import { beforeEach, expect, test, vi } from 'vitest';
import { shownIn } from '@/lib/kernel/market';
import type { SearchEngine } from './engine';
import { rememberAnswers } from './remember-answers';

const market = shownIn('en');
let now: number;
const suggest = vi.fn<SearchEngine['suggest']>();
const engine: SearchEngine = {
  suggest,
  search: () => Promise.reject(new Error('not asked here')),
  page: () => Promise.reject(new Error('not asked here')),
};
const remembering = (most = 10) =>
  rememberAnswers(engine, { lifeMs: 1000, most, clock: () => new Date(now) });

beforeEach(() => {
  now = 1_000_000;
  suggest.mockReset().mockImplementation(async () => ({ queries: [], categories: [], products: [] }));
});

test('a question that several ask at once is put to the engine once', async () => {
  const { suggest: ask } = remembering();
  const [one, other] = await Promise.all([ask('lamp', market), ask('lamp', market)]);
  expect(one).toBe(other);
  expect(suggest).toHaveBeenCalledTimes(1);
});

test('another text or another market is another question', async () => {
  const { suggest: ask } = remembering();
  await ask('lamp', market);
  await ask('lamps', market);
  await ask('lamp', { ...market, currency: 'USD' });
  expect(suggest).toHaveBeenCalledTimes(3);
});

test('an answer is asked for again when its time is up', async () => {
  const { suggest: ask } = remembering();
  await ask('lamp', market);
  now += 999;
  await ask('lamp', market);
  expect(suggest).toHaveBeenCalledTimes(1);
  now += 1;
  await ask('lamp', market);
  expect(suggest).toHaveBeenCalledTimes(2);
});

test('nothing is remembered of what was true before listings changed', async () => {
  const { suggest: ask, forget } = remembering();
  await ask('lamp', market);
  forget();
  await ask('lamp', market);
  expect(suggest).toHaveBeenCalledTimes(2);
});

test('a failure is told and not remembered', async () => {
  const { suggest: ask } = remembering();
  suggest.mockRejectedValueOnce(new Error('gone'));
  await expect(ask('lamp', market)).rejects.toThrow('gone');
  await expect(ask('lamp', market)).resolves.toBeDefined();
});

test('it keeps no more than it may: what was asked for longest ago is asked again', async () => {
  const { suggest: ask } = remembering(2);
  for (const text of ['lamp', 'cup', 'lamp', 'rug', 'lamp', 'cup']) await ask(text, market);
  expect(suggest.mock.calls.map(([text]) => text)).toEqual(['lamp', 'cup', 'rug', 'cup']);
});
