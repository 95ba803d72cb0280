'use client';

import { useEffect, useState } from 'react';
import type { ArrivalView } from './present-product';

const DAY_MS = 24 * 60 * 60 * 1000;

/** When a parcel comes: in days on the cached page, in dates once the browser says what day it is. */
export function Arrival({ arrival, locale }: { arrival: ArrivalView; locale: string }) {
  const { minDays, maxDays, template, label } = arrival;
  const [dates, setDates] = useState<string | null>(null);

  useEffect(() => {
    const format = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' });
    const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
    setDates(format.formatRange(inDays(minDays), inDays(maxDays)));
  }, [minDays, maxDays, locale]);

  return <>{dates === null ? label : template.replace('{time}', dates)}</>;
}
