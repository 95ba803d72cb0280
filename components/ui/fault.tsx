'use client';

import { useParams } from 'next/navigation';
import { FAULT_WORDS } from '@/lib/i18n/fault';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import { Button } from './button';
import { ErrorState } from './state';

/** What an `error.tsx` is given. */
export type FaultProps = { error: unknown; retry: () => void };

/** A part of a page that failed: that it did, what names it in the logs, and another try. */
export function Fault({ error, retry }: FaultProps) {
  const { locale } = useParams<{ locale?: string }>();
  const words = FAULT_WORDS[locale !== undefined && isLocale(locale) ? locale : DEFAULT_LOCALE];
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
