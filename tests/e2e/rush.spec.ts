import { race } from '@/bench/figures/race';
import { expect, test } from '../support/journey';

test('of two dozen people who press the button at once for the last three pieces, three pay and the others are told', async ({
  ownerDb,
  baseURL,
}) => {
  const { isFair } = await race({ db: ownerDb, origin: baseURL! }, { buyers: 24, units: 3, loserMs: 3000 });
  expect(isFair).toBe(true);
});
