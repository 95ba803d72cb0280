import { env } from './env';

export type StripeBrowserSources = {
  readonly scriptUrl: string;
  readonly publishableKey: string;
  readonly script: readonly string[];
  readonly frame: readonly string[];
  readonly connect: readonly string[];
  /** Where a form may lead: the pages on which Stripe asks sellers for their papers. */
  readonly form: readonly string[];
};

/**
 * Where Stripe.js comes from and what a page that takes payments must allow in its content security policy.
 * With the sandbox all of it is one origin.
 */
export function stripeBrowserSources(): StripeBrowserSources {
  const { STRIPE_JS_URL: scriptUrl, STRIPE_PUBLISHABLE_KEY: publishableKey, STRIPE_API_URL: apiUrl } = env();
  const script = [new URL(scriptUrl).origin];
  if (apiUrl)
    return {
      scriptUrl,
      publishableKey,
      script,
      frame: script,
      connect: [...script, new URL(apiUrl).origin],
      form: [new URL(apiUrl).origin],
    };
  return {
    scriptUrl,
    publishableKey,
    script: [...script, 'https://*.js.stripe.com'],
    frame: [...script, 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
    connect: ['https://api.stripe.com'],
    form: ['https://connect.stripe.com'],
  };
}
