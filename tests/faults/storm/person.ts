import { setTimeout as sleep } from 'node:timers/promises';
import type { Buyer } from '@/bench/buyer';
import type { Answer } from '@/bench/load';
import type { Random } from '@/db/seed/random';

/** What somebody who wanted to buy something knows at the end. */
export type Experience = {
  readonly email: string;
  /** The provider took the money; null when the person never came to know. */
  readonly paid: boolean | null;
  /** What stopped them, if something did. */
  readonly stopped: string | null;
};

const PATIENCE_MS = 120_000;
const PAUSE_MS = [300, 1_500] as const;
/** What a person looks at before going on. A storm of a hundred purchases takes minutes by that, as it must. */
const LOOK_MS = [1_000, 5_000] as const;

/**
 * Buys some things as people do whose connection is bad: whatever fails is tried again, the button is sometimes
 * pressed twice, and some close the page instead of paying.
 */
export async function buySomething(
  buyer: Buyer,
  offerIds: readonly string[],
  random: Random,
): Promise<Experience> {
  const { email } = buyer;
  const again = <Value>(run: () => Promise<Value>) => untilDone(run, random);
  try {
    for (const offerId of offerIds) await again(() => answered(buyer.addToCart(offerId)));
    await sleep(random.between(...LOOK_MS));
    const placed = await again(() => placeWhatIsShown(buyer, random));
    if (typeof placed === 'string') return { email, paid: false, stopped: placed };
    if (random.chance(0.15)) return { email, paid: false, stopped: 'closed the page' };
    await sleep(random.between(...LOOK_MS));
    const paid = await again(() => payOnce(buyer, placed, random));
    return { email, paid, stopped: null };
  } catch (error) {
    return { email, paid: null, stopped: error instanceof Error ? error.message : String(error) };
  }
}

/** The order's answer, or why there is none: a price or the stock changed. */
async function placeWhatIsShown(buyer: Buyer, random: Random): Promise<Answer | string> {
  const key = crypto.randomUUID();
  const checkout = await untilDone(() => answered(buyer.openCheckout()), random);
  const presses = random.chance(0.15) ? 2 : 1;
  const place = () => untilDone(() => answered(buyer.place(checkout, key)), random);
  const answers = await Promise.all(Array.from({ length: presses }, place));
  const placed = answers.find(({ status }) => status === 200);
  return placed ?? `${answers[0]?.status} ${answers[0]?.body.toString().slice(0, 120)}`;
}

async function payOnce(buyer: Buyer, placed: Answer, random: Random): Promise<boolean> {
  const presses = random.chance(0.15) ? 2 : 1;
  const pressed = await Promise.allSettled(Array.from({ length: presses }, () => buyer.pay(placed)));
  if (pressed.some((press) => press.status === 'fulfilled' && press.value)) return true;
  if (await buyer.hasPaid(placed)) return true;
  throw new Error('The provider has not taken the money');
}

/** A fault of the server, or a moment of quiet after too much, is a reason to try again; a refusal is an answer. */
async function answered(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  if (answer.status >= 500 || answer.status === 429) throw new Error(`The shop answered ${answer.status}`);
  return answer;
}

async function untilDone<Value>(run: () => Promise<Value>, random: Random): Promise<Value> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(random.between(...PAUSE_MS));
    }
  }
}
