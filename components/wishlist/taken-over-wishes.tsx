'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { giveGuestWishes } from './guest-wishes';

/** On the wishlist of somebody who has just signed in: what they wished for as a guest joins it. */
export function TakenOverWishes() {
  const router = useRouter();
  useEffect(() => {
    giveGuestWishes().then(
      (given) => given && router.refresh(),
      // Offline: they are still in this browser, and given another time.
      () => {},
    );
  }, [router]);
  return null;
}
