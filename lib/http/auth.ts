import { headers } from 'next/headers';
import NextAuth, { CredentialsSignin, type NextAuthConfig, type NextAuthResult } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import Google from 'next-auth/providers/google';
import { z } from 'zod';
import {
  connectProvider,
  resetPassword,
  revokeSession,
  signInWithPassword,
  signInWithProvider,
  verifyEmail,
  type ProviderClaims,
} from '@/lib/identity';
import { emailTokenInput, resetPasswordInput, signInInput } from '@/lib/identity/input';
import { systemClock } from '@/lib/kernel/clock';
import { refuse, type Refusal, type Result } from '@/lib/kernel/result';
import { database } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { actorOfBrowser, beginSession } from './begin-session';
import { clientIp } from './client-ip';
import type { ErrorCode } from './errors';
import { requestLocale } from './request-locale';
import { secureCookies, SESSION_COOKIE_SECONDS, sessionCookieName } from './session-cookie';

/**
 * Auth.js carries the protocol: sign-in by password, by a link from a mail, by Google, and the encrypted
 * cookie. The cookie names a row of our `sessions`; `resolveActor` decides by that row what it is worth.
 */
const authentication: NextAuthResult = NextAuth(() => configuration());

export const { handlers, signIn, signOut } = authentication;

/** Ways in that a form leads to; each is a use case of lib/identity that answers whose account it is. */
export type FormSignIn = 'password' | 'verify-email' | 'reset-password';

/** A refusal on its way through Auth.js. */
export class SignInRefused extends CredentialsSignin {
  constructor(readonly refusal: Refusal<ErrorCode>) {
    super(refusal.error);
    this.code = refusal.error;
  }
}

export function isGoogleConfigured(): boolean {
  return env().GOOGLE_CLIENT_ID !== undefined;
}

function configuration(): NextAuthConfig {
  return {
    secret: env().AUTH_SECRET,
    trustHost: true,
    session: { strategy: 'jwt', maxAge: SESSION_COOKIE_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/account', error: '/sign-in' },
    useSecureCookies: secureCookies(),
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies() },
      },
    },
    providers: [
      formProvider('password', signInInput, (input, ip) => signInWithPassword(database(), { ...input, ip })),
      formProvider('verify-email', emailTokenInput, (input, ip) =>
        verifyEmail(database(), { ...input, ip }, systemClock()),
      ),
      formProvider('reset-password', resetPasswordInput, (input, ip) =>
        resetPassword(database(), { ...input, ip }, systemClock()),
      ),
      ...(isGoogleConfigured() ? [google()] : []),
    ],
    callbacks: {
      async jwt({ token, user, account, profile, trigger }) {
        if (trigger !== 'signIn' && trigger !== 'signUp') return token;
        if (account?.provider === 'google') return { sessionId: await enterWithGoogle(profile) };
        return { sessionId: await beginSession(requireId(user.id)) };
      },
    },
    events: {
      async signOut() {
        const actor = await actorOfBrowser();
        if (actor.kind === 'user') {
          await revokeSession(database(), actor.userId, actor.sessionId, systemClock());
        }
      },
    },
    logger: {
      error: (error) => {
        if (!(error instanceof SignInRefused)) log.error({ err: error }, 'sign-in failed');
      },
      warn: (code) => log.warn({ code }, 'sign-in warning'),
      debug: () => {},
    },
  };
}

function formProvider<Schema extends z.ZodType>(
  id: FormSignIn,
  input: Schema,
  enter: (input: z.output<Schema>, ip: string) => Promise<Result<{ userId: string }, ErrorCode>>,
) {
  return Credentials({
    id,
    credentials: {},
    async authorize(credentials, request) {
      const parsed = input.safeParse(credentials);
      if (!parsed.success) throw new SignInRefused(refuse('invalid_input'));
      const entered = await enter(parsed.data, clientIp(request.headers));
      if (!entered.ok) throw new SignInRefused(entered);
      return { id: entered.value.userId };
    },
  });
}

function google() {
  return Google({
    clientId: env().GOOGLE_CLIENT_ID,
    clientSecret: env().GOOGLE_CLIENT_SECRET,
    issuer: env().GOOGLE_ISSUER,
    client: { token_endpoint_auth_method: 'client_secret_post' },
  });
}

const googleProfile = z.object({
  sub: z.string().min(1),
  email: z.email(),
  email_verified: z.boolean().default(false),
  name: z.string().trim().min(1).max(100).optional(),
});

/** Connects Google to the account this browser is signed in to, else signs in to the account it belongs to. */
async function enterWithGoogle(profile: unknown): Promise<string> {
  const { sub, email, email_verified: emailVerified, name } = googleProfile.parse(profile);
  const claims: ProviderClaims = {
    provider: 'google',
    subject: sub,
    email,
    emailVerified,
    name: name ?? email.slice(0, email.indexOf('@')),
  };
  const actor = await actorOfBrowser();
  if (actor.kind === 'user') {
    const connected = await connectProvider(database(), actor.userId, claims);
    if (!connected.ok) throw new SignInRefused(connected);
    return actor.sessionId;
  }
  const locale = requestLocale(await headers());
  const entered = await signInWithProvider(database(), claims, locale, systemClock());
  if (!entered.ok) throw new SignInRefused(entered);
  return beginSession(entered.value.userId);
}

function requireId(id: string | undefined): string {
  if (id === undefined) throw new Error('Auth.js passed on a user without an id');
  return id;
}
