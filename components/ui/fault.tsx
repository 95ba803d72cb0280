'use client';

import { FAULT_WORDS } from '@/lib/i18n/fault';
import { Button } from './button';
import { useLocale } from './locale-context';
import { ErrorState } from './state';

/** What an `error.tsx` is given. */
export type FaultProps = { error: unknown; retry: () => void };

/** A part of a page that failed: that it did, what names it in the logs, and another try. */
export function Fault({ error, retry }: FaultProps) {
  const words = FAULT_WORDS[useLocale()];
  const digest = digestOf(error);
  return (
    <ErrorState
      heading="h1"
      title={words.title}
      incident={digest && `${words.incident} ${digest}`}
      action={
        <Button variant="primary" onClick={retry}>
          {words.retry}
        </Button>
      }
    >
      {words.body}
    </ErrorState>
  );
}

/** Next names faults of the server by a digest, which its log line carries too. */
function digestOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('digest' in error)) return undefined;
  return typeof error.digest === 'string' ? error.digest : undefined;
}
