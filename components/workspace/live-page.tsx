'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';

/**
 * Shows things as they are while the page is looked at: the server names their state at once and after each change, and a
 * page that shows another one asks again.
 */
export function LivePage({ events, state }: { events: string; state: string }) {
  const router = useRouter();
  const shown = useRef(state);
  useEffect(() => {
    shown.current = state;
  }, [state]);

  useEffect(() => {
    let source: EventSource | null = null;
    const follow = () => {
      source?.close();
      source = null;
      if (document.hidden) return;
      source = new EventSource(events);
      source.addEventListener('message', ({ data }) => {
        if (data === shown.current) return;
        shown.current = data;
        router.refresh();
      });
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      source?.close();
    };
  }, [events, router]);
  return null;
}
