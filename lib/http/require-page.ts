import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { connection } from 'next/server';
import { isLocale, localePath, type Locale } from '@/lib/i18n';
import { systemClock, type Clock } from '@/lib/kernel/clock';
import { database, type Database } from '@/lib/platform/database';
import { currentActor } from './actor';
import { decide, type Grant, type Policy } from './policy';
import { requestIdOf } from './request-id';
import { signInPath } from './return-path';

export type PageContext<P extends Policy> = Grant<P> & {
  readonly db: Database;
  readonly locale: Locale;
  readonly clock: Clock;
  readonly requestId: string;
};

/**
 * The first line of every page that is rendered on request. Whoever is not signed in is sent to sign in and
 * comes back to `path` (the page's own address, with its query); whoever may not see it finds nothing.
 * Each page calls it: Next does not run layouts again on navigation, so a layout guards nothing.
 */
export async function requirePage<const P extends Policy>(
  policy: P,
  path: string,
  params: Promise<{ locale: string }>,
): Promise<PageContext<P>> {
  await connection();
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const requestId = requestIdOf(await headers());
  const decision = decide(policy, await currentActor());
  if (!decision.allowed) {
    if (decision.error === 'sign_in_required') redirect(localePath(locale, signInPath(path)));
    notFound();
  }
  return { ...decision.grant, db: database(), locale, clock: systemClock, requestId };
}
