'use client';

import { useRef, useState } from 'react';
import { ScanBarcode } from '@/components/seller/scan-barcode';
import { Button } from '@/components/ui/button';
import { PackageCheck } from '@/components/ui/desk-icons';
import { Input } from '@/components/ui/input';
import { Progress } from '@/components/ui/progress';
import { EmptyState, FormStatus } from '@/components/ui/state';
import { BoxesToTell, type BoxWords } from './boxes-to-tell';
import type { PartOnDevice, Scanned } from './device';
import { PartLines, type LineWords } from './part-lines';
import { matchCode, progressOf, type Match } from './scan';
import { usePacking } from './use-packing';

export type BenchWords = LineWords &
  BoxWords &
  Readonly<
    Record<
      | 'order'
      | 'progress'
      | 'code'
      | 'add'
      | 'right'
      | 'too_many'
      | 'elsewhere'
      | 'unknown'
      | 'closed'
      | 'close'
      | 'putAside'
      | 'others'
      | 'emptyTitle'
      | 'empty'
      | 'loading',
      string
    >
  > & { readonly scanner: Readonly<Record<'scan' | 'stop' | 'lead' | 'refused', string>> };

type Said = { readonly kind: 'success' | 'warning'; readonly text: string };

/** Where boxes are packed: an order at a time, piece by piece, with or without a signal. */
export function PackBench({ words }: { words: BenchWords }) {
  const packing = usePacking();
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const { parts } = packing;
  if (parts === null) return <p className="py-14 text-center text-muted">{words.loading}</p>;

  const part = parts.find(({ sellerOrderId }) => sellerOrderId === chosen) ?? parts[0];
  const others = parts.filter((each) => each !== part);

  const put = async (into: PartOnDevice, scanned: Scanned, said: Said | null) => {
    setChosen(into.sellerOrderId);
    const state = await packing.scan(into, scanned);
    setSaid(state === 'closed' ? closed(into) : said);
  };
  const read = async (code: string) => {
    if (!part) return;
    const match = matchCode(part, others, code);
    const answer = {
      kind: match.kind === 'right' ? 'success' : 'warning',
      text: textOf(match, part),
    } as const;
    navigator.vibrate?.(match.kind === 'right' ? 60 : [80, 60, 80]);
    if (match.kind === 'right') await put(part, match.scanned, answer);
    else setSaid(answer);
  };
  const closed = ({ orderNumber }: PartOnDevice): Said => ({
    kind: 'success',
    text: words.closed.replace('{number}', orderNumber),
  });
  const textOf = (match: Match, at: PartOnDevice): string => {
    if (match.kind === 'unknown') return words.unknown.replace('{number}', at.orderNumber);
    if (match.kind === 'elsewhere') return words.elsewhere.replace('{number}', match.part.orderNumber);
    return words[match.kind].replace('{title}', match.line.title);
  };

  return (
    <div className="grid gap-6">
      <BoxesToTell boxes={packing.boxes} link={packing.link} forget={packing.forget} words={words} />
      {part ? (
        <section className="grid gap-4" aria-label={words.order.replace('{number}', part.orderNumber)}>
          <Head part={part} words={words} />
          <ScanBarcode goesOn onFound={(code) => void read(code)} words={words.scanner} />
          <TypedCode onTyped={(code) => void read(code)} words={words} />
          <FormStatus kind={said?.kind ?? 'success'}>{said?.text}</FormStatus>
          <PartLines part={part} change={(scanned) => void put(part, scanned, null)} words={words} />
          <div className="flex flex-wrap gap-3">
            <Button
              disabled={progressOf(part).done === 0}
              onClick={() => void packing.close(part).then(() => setSaid(closed(part)))}
            >
              {words.close}
            </Button>
            <Button variant="quiet" onClick={() => void packing.putAside(part)}>
              {words.putAside}
            </Button>
          </div>
        </section>
      ) : (
        <>
          <FormStatus kind="success">{said?.text}</FormStatus>
          <EmptyState icon={<PackageCheck />} title={words.emptyTitle}>
            {words.empty}
          </EmptyState>
        </>
      )}
      {others.length > 0 && <Others parts={others} choose={setChosen} words={words} />}
    </div>
  );
}

function Head({ part, words }: { part: PartOnDevice; words: BenchWords }) {
  const { done, of } = progressOf(part);
  return (
    <div className="grid gap-2">
      <h2 className="text-lg">{words.order.replace('{number}', part.orderNumber)}</h2>
      <Progress label={progressWords(part, words)} value={done} max={of} />
    </div>
  );
}

function progressWords(part: PartOnDevice, words: BenchWords): string {
  const { done, of } = progressOf(part);
  return words.progress.replace('{done}', String(done)).replace('{of}', String(of));
}

/** What a scanner on a cable or a thumb types; it ends with Enter. */
function TypedCode({ onTyped, words }: { onTyped: (code: string) => void; words: BenchWords }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const { current } = input;
        if (!current || current.value.trim() === '') return;
        onTyped(current.value);
        current.value = '';
        current.focus();
      }}
    >
      <Input
        ref={input}
        aria-label={words.code}
        placeholder={words.code}
        autoComplete="off"
        enterKeyHint="done"
      />
      <Button type="submit" className="shrink-0">
        {words.add}
      </Button>
    </form>
  );
}

type OthersProps = {
  parts: readonly PartOnDevice[];
  choose: (sellerOrderId: string) => void;
  words: BenchWords;
};

function Others({ parts, choose, words }: OthersProps) {
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">{words.others}</h2>
      <ul className="grid gap-2">
        {parts.map((part) => (
          <li key={part.sellerOrderId}>
            <button
              type="button"
              onClick={() => {
                choose(part.sellerOrderId);
                window.scrollTo({ top: 0 });
              }}
              className="flex min-h-13 w-full items-center justify-between gap-4 rounded-lg border border-line bg-raised px-4 py-3 text-start transition hover:bg-sunken"
            >
              <span className="font-strong">{words.order.replace('{number}', part.orderNumber)}</span>
              <span className="text-sm text-muted tabular-nums">{progressWords(part, words)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
