'use client';

import { FAULT_WORDS } from '@/lib/i18n/fault';
import { useLocale } from './locale-context';

/** What an `error.tsx` is given. */
export type FaultProps = { error: unknown; retry: () => void };

/**
 * A part of a page that failed: that it did, what names it in the logs, and another try. Every page carries
 * this code, so it is made of nothing else.
 */
export function Fault({ error, retry }: FaultProps) {
  const words = FAULT_WORDS[useLocale()];
  const digest = digestOf(error);
  return (
    <div role="alert" className="mx-auto grid max-w-form justify-items-center gap-4 px-4 py-20 text-center">
      <h1 className="text-xl">{words.title}</h1>
      <p className="text-muted">{words.body}</p>
      {digest && (
        <p className="text-sm text-muted">
          {words.incident} {digest}
        </p>
      )}
      <button
        type="button"
        onClick={retry}
        className="min-h-11 rounded-md bg-accent px-4 font-strong text-on-accent hover:bg-accent-strong"
      >
        {words.retry}
      </button>
    </div>
  );
}

/** Next names faults of the server by a digest, which its log line carries too. */
function digestOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('digest' in error)) return undefined;
  return typeof error.digest === 'string' ? error.digest : undefined;
}
