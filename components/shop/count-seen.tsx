'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { watchSeen } from './watch-seen';

/** Counts what the shop's pages show, for the sellers whose products they are. Shows nothing itself. */
export function CountSeen() {
  const path = usePathname();
  useEffect(watchSeen, [path]);
  return null;
}
