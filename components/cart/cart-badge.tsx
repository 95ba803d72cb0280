'use client';

import { useEffect } from 'react';
import { changeMe } from '@/components/shop/me';

/** Tells the badge in the frame what this page knows, after every change made here. */
export function CartBadge({ count }: { count: number }) {
  useEffect(() => changeMe({ cartCount: count }), [count]);
  return null;
}
