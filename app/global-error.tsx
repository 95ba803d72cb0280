'use client';

import { Fault, type FaultProps } from '@/components/ui/fault';
import { FAULT_WORDS } from '@/lib/i18n/fault';
import { DEFAULT_LOCALE } from '@/lib/i18n/locales';
import './globals.css';

/** The document itself failed, so this is a whole one. */
export default function GlobalError(props: FaultProps) {
  return (
    <html lang={DEFAULT_LOCALE}>
      <body>
        <title>{FAULT_WORDS[DEFAULT_LOCALE].title}</title>
        <Fault {...props} />
      </body>
    </html>
  );
}
