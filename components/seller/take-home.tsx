'use client';

import { useEffect, useState } from 'react';
import { useLocale } from '@/components/ui/locale-context';
import { FormStatus } from '@/components/ui/state';
import { AmountList } from '@/components/workspace/amount-list';
import type { ActionResult } from '@/lib/kernel/action-result';
import type { TakeHomeView } from './present-take-home';

/** What is asked about, as it was typed. */
export type TakeHomeQuestion = {
  readonly price: string;
  readonly postage: string;
  readonly productId?: string;
  readonly categoryId?: string;
};

export type AskTakeHome = (question: TakeHomeQuestion) => Promise<ActionResult<TakeHomeView>>;

export type TakeHomeWords = Readonly<Record<'title' | 'empty' | 'loses' | 'providerNote', string>>;

type TakeHomeProps = {
  question: TakeHomeQuestion;
  ask: AskTakeHome;
  /** Which of several variants is asked about. */
  about?: string;
  /** What the server knew when the page was made. */
  initial?: TakeHomeView | null;
  words: TakeHomeWords;
};

/** Long enough for the next digit to come, short enough to feel live. */
const TYPING_MS = 250;

/** What a seller keeps of a piece at the price being typed: the server computes it, by what prices orders. */
export function TakeHome({ question, ask, about, initial = null, words }: TakeHomeProps) {
  const locale = useLocale();
  const { view, refusal } = useTakeHome(question, ask, initial);
  return (
    <section className="grid gap-3" aria-live="polite">
      <h2 className="text-lg">{words.title}</h2>
      {about && <p className="text-sm text-muted">{about}</p>}
      {view && <AmountList rows={view.rows} locale={locale} />}
      {view && <p className="text-sm text-muted">{words.providerNote}</p>}
      {view?.loses && <FormStatus kind="warning">{words.loses}</FormStatus>}
      {!view && <p className="text-muted">{refusal ?? words.empty}</p>}
    </section>
  );
}

type Answer = { readonly view: TakeHomeView | null; readonly refusal: string | null };

function useTakeHome(question: TakeHomeQuestion, ask: AskTakeHome, initial: TakeHomeView | null): Answer {
  const [answer, setAnswer] = useState<Answer>({ view: initial, refusal: null });
  const { price, postage, productId, categoryId } = question;
  useEffect(() => {
    if (price.trim() === '') return setAnswer({ view: null, refusal: null });
    let isLate = false;
    const timer = setTimeout(async () => {
      const result = await ask({ price, postage: postage.trim() || '0', productId, categoryId }).catch(
        () => null,
      );
      if (isLate || result === null) return;
      setAnswer(
        result.ok
          ? { view: result.value, refusal: null }
          : { view: null, refusal: Object.values(result.fields ?? {})[0] ?? result.message },
      );
    }, TYPING_MS);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [price, postage, productId, categoryId, ask]);
  return answer;
}
