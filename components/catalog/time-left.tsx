'use client';

import { useEffect, useState } from 'react';
import type { DealEnd } from './present-listing';

const MINUTE_MS = 60_000;

/** How long a deal still runs, by the reader's clock: cached pages do not know the time. */
export function TimeLeft({ end, locale }: { end: DealEnd; locale: string }) {
  const [left, setLeft] = useState<string | null>(null);

  useEffect(() => {
    const tick = () => setLeft(inWords(Date.parse(end.at) - Date.now(), locale));
    tick();
    const timer = setInterval(tick, MINUTE_MS);
    return () => clearInterval(timer);
  }, [end.at, locale]);

  return (
    <time dateTime={end.at} className="text-sm text-sale tabular-nums">
      {left ? end.template.replace('{time}', left) : end.label}
    </time>
  );
}

/** `in 3 days`, `in 5 hours`; null when it is over. */
function inWords(milliseconds: number, locale: string): string | null {
  if (milliseconds <= 0) return null;
  const format = new Intl.RelativeTimeFormat(locale, { style: 'short' });
  const minutes = Math.max(1, Math.round(milliseconds / MINUTE_MS));
  if (minutes < 60) return format.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? format.format(hours, 'hour') : format.format(Math.round(hours / 24), 'day');
}
