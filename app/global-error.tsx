'use client';

import { FAULT_WORDS } from '@/lib/i18n/fault';
import { DEFAULT_LOCALE } from '@/lib/i18n/locales';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/state';
import type { FaultProps } from '@/components/ui/fault';
import './globals.css';

/** The document itself failed, so this is a whole one. */
export default function GlobalError({ retry }: FaultProps) {
  const words = FAULT_WORDS[DEFAULT_LOCALE];
  return (
    <html lang={DEFAULT_LOCALE}>
      <body>
        <title>{words.title}</title>
        <main>
          <ErrorState
            heading="h1"
            title={words.title}
            action={
              <Button variant="primary" onClick={retry}>
                {words.retry}
              </Button>
            }
          >
            {words.body}
          </ErrorState>
        </main>
      </body>
    </html>
  );
}
