import fc from 'fast-check';
import { expect, it } from 'vitest';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { expectMoneyToAddUp, expectStatementsToAddUp } from '../support/money-invariants';
import { shopWithBooks } from '../support/shop-with-books';
import * as banking from './stories/banking';
import * as buying from './stories/buying';
import { openMarket, type Dice, type Step } from './stories/market';
import * as selling from './stories/selling';

/** A handful with every `npm test`; hundreds by `npm run test:faults`. */
const RUNS = Number(process.env.SOUK_FAULT_RUNS ?? 3);
/** So many stories leave nothing out. */
const ENOUGH = 100;
const LONGEST_STORY = 14;
const ROLLS = 16;

const STEPS: Readonly<Record<string, Step>> = { ...buying, ...selling, ...banking };

const shop = await shopWithBooks();

const step = fc.record({
  name: fc.oneof(
    { weight: 2, arbitrary: fc.constant('buy') },
    { weight: 7, arbitrary: fc.constantFrom(...Object.keys(STEPS)) },
  ),
  rolls: fc.array(fc.nat(9999), { minLength: ROLLS, maxLength: ROLLS }),
});

/** With an order to begin with, there is something that can happen. */
const opening = step.map(({ rolls }) => ({ name: 'buy', rolls }));

const story = fc
  .tuple(opening, fc.array(step, { minLength: 6, maxLength: LONGEST_STORY }))
  .map(([first, rest]) => [first, ...rest]);

it(
  'whatever happens in whatever order, money and stock add up after every step',
  async () => {
    const market = await openMarket(shop);
    const happened = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        for (const { name, rolls } of steps) {
          let next = 0;
          const dice: Dice = (sides) => (rolls[next++ % ROLLS] ?? 0) % sides;
          if (await STEPS[name]!(market, dice)) happened.set(name, (happened.get(name) ?? 0) + 1);
          await drain(shop.db, works);
          await expectMoneyToAddUp(shop.db);
        }
        await expectStatementsToAddUp(shop.db, market.sellers);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    const missing = Object.keys(STEPS).filter((name) => !happened.has(name));
    if (RUNS >= ENOUGH) {
      console.log(`${RUNS} stories:`, Object.fromEntries(happened));
      expect(missing).toEqual([]);
    }
  },
  RUNS * 60_000,
);
