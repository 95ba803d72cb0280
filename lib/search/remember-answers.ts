import { systemClock, type Clock } from '@/lib/kernel/clock';
import type { SearchEngine } from './engine';

export type RememberingEngine = SearchEngine & { forget(): void };

type Options = {
  /** How long an answer may be given again. */
  readonly lifeMs: number;
  /** Answers kept; the one asked for longest ago goes first. */
  readonly most: number;
  readonly clock?: Clock;
};

type Answer = { readonly until: number; readonly value: Promise<unknown> };

/**
 * Gives the same answer to the same question for a moment, and puts a question that several ask at once to the engine
 * once: most people look for the same few things. A failure is not remembered.
 */
export function rememberAnswers(
  engine: SearchEngine,
  { lifeMs, most, clock = systemClock }: Options,
): RememberingEngine {
  const answers = new Map<string, Answer>();

  const remember =
    <Question extends readonly unknown[], Value>(
      name: string,
      ask: (...question: Question) => Promise<Value>,
    ) =>
    (...question: Question): Promise<Value> => {
      const key = `${name}:${JSON.stringify(question)}`;
      const now = clock().getTime();
      const known = answers.get(key) as { until: number; value: Promise<Value> } | undefined;
      answers.delete(key);
      const answer = known && known.until > now ? known : { until: now + lifeMs, value: ask(...question) };
      answers.set(key, answer);
      if (answer !== known) answer.value.catch(() => answers.delete(key));
      if (answers.size > most) answers.delete(answers.keys().next().value ?? '');
      return answer.value;
    };

  return {
    search: remember('search', engine.search),
    page: remember('page', engine.page),
    suggest: remember('suggest', engine.suggest),
    forget: () => answers.clear(),
  };
}
