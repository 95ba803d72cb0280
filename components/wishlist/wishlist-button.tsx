'use client';

import { Heart } from '@/components/ui/icons';
import { changeMe, useMe } from '@/components/shop/me';
import { classNames } from '@/components/ui/class-names';
import { toast } from '@/components/ui/toast';
import { wishAsGuest } from './guest-wishes';

type WishlistButtonProps = {
  productId: string;
  /** What it saves: `Save to wishlist: Blue cup`. Pressed means it is saved. */
  label: string;
  className?: string;
};

/** A heart that fills at once and says so when the server refuses. A guest's stays in this browser. */
export function WishlistButton({ productId, label, className }: WishlistButtonProps) {
  const me = useMe();
  const wishlist = me?.wishlist ?? [];
  const saved = wishlist.includes(productId);
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={saved}
      onClick={() => {
        if (me?.name === null) changeMe({ wishlist: wishAsGuest(productId, !saved) });
        else void save(productId, !saved, wishlist);
      }}
      className={classNames(
        'grid size-8 touch place-items-center rounded-full bg-raised/85 text-ink transition hover:bg-raised active:scale-90',
        className,
      )}
    >
      <Heart
        aria-hidden
        strokeWidth={1.75}
        className={classNames('size-4.5 transition', saved && 'fill-sale text-sale')}
      />
    </button>
  );
}

async function save(productId: string, wanted: boolean, before: readonly string[]): Promise<void> {
  const others = before.filter((id) => id !== productId);
  changeMe({ wishlist: wanted ? [productId, ...others] : others });
  try {
    const response = await fetch(`/api/wishlist/${productId}`, { method: wanted ? 'PUT' : 'DELETE' });
    if (response.ok) return;
    changeMe({ wishlist: before });
    if (response.status === 401) {
      // The session has ended: the wish waits in this browser until somebody signs in again.
      wishAsGuest(productId, wanted);
      return goToSignIn();
    }
    const { message } = (await response.json()) as { message: string };
    toast({ text: message });
  } catch {
    changeMe({ wishlist: before });
    toast('connection_lost');
  }
}

/** And back here. */
function goToSignIn(): void {
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?returnTo=${encodeURIComponent(here)}`);
}
