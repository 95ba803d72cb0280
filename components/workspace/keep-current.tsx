'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Asks for the page again and again while something is under way, as long as somebody looks at it. */
export function KeepCurrent({ everyMs = 1500 }: { everyMs?: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return null;
}
