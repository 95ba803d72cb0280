'use client';

import { User } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { useMe } from './me';

/** Sign in, or the first name of who has; the same room for both. */
export function AccountLink({ words }: { words: { signIn: string; account: string } }) {
  const name = useMe()?.name ?? null;
  return (
    <Link
      href="/account"
      aria-label={name === null ? undefined : `${words.account}: ${name}`}
      className="flex h-11 w-28 items-center justify-center gap-2 rounded-md text-sm font-strong transition hover:bg-sunken"
    >
      <User aria-hidden className="size-5 shrink-0" strokeWidth={1.75} />
      <span className="truncate">{name === null ? words.signIn : name.split(' ')[0]}</span>
    </Link>
  );
}
