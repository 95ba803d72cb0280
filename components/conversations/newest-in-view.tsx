'use client';

import { useEffect, useRef } from 'react';

/** The end of a conversation, scrolled to when the page opens and whenever something new is there. */
export function NewestInView({ count }: { count: number }) {
  const end = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [count]);
  return <span ref={end} id="newest" className="scroll-mb-60" />;
}
