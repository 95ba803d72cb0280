import { createEmulator } from 'emulate';
import type { Settings } from '@/dev/configuration';
import { findFreePort, LOOPBACK } from '@/dev/listen';

export type GoogleStandIn = {
  /** What makes a shop use it for signing in. */
  readonly settings: Settings;
  close(): Promise<void>;
};

/**
 * An OpenID issuer that speaks as Google does, on this machine. Two people of this run can be chosen on its page:
 * `gina-…`, whose address Google vouches for, and `uma-…`, whose address it does not.
 */
export async function startGoogle(firstPort: number): Promise<GoogleStandIn> {
  const port = await findFreePort(firstPort);
  const issuer = `http://${LOOPBACK}:${port}`;
  const run = Date.now();
  const users = [
    { email: `gina-${run}@people.example`, name: 'Gina Google' },
    { email: `uma-${run}@people.example`, name: 'Uma Unknown', email_verified: false },
  ];
  const google = await createEmulator({
    service: 'google',
    port,
    hostname: LOOPBACK,
    baseUrl: issuer,
    seed: { google: { users } },
  });
  return {
    settings: {
      GOOGLE_CLIENT_ID: 'souk-under-test',
      GOOGLE_CLIENT_SECRET: 'only-the-tests-know-it',
      GOOGLE_ISSUER: issuer,
    },
    close: () => google.close(),
  };
}
