'use client';

import { useEffect } from 'react';
import { refreshMe } from '@/components/shop/me';

/** For forms that change who is there: whoever comes after them shows it. */
export function useRefreshedMe(): void {
  useEffect(() => () => void refreshMe(), []);
}
