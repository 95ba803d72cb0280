import type { Api } from '../api/answer-call';
import type { Surface, SurfaceReply } from '../http-server';
import type { Store } from '../state/store';
import type { WebhookSender } from '../webhooks/delivery';
import { script, type ScriptName } from './bundles';
import { buyerStep } from './pages/buyer-steps';
import { onboardingPage } from './pages/onboarding';
import { overviewPage } from './pages/overview';
import { paymentFormPage } from './pages/payment-form';
import { walletPage } from './pages/wallet';

const SCRIPTS: Readonly<Record<string, ScriptName>> = {
  '/v3/': 'stand-in',
  '/v3/payment-form.js': 'payment-form',
  '/v3/wallet.js': 'wallet',
  '/overview.js': 'overview',
};

/** What browsers see of the sandbox: the script, its form and sheets, the steps in between and the overview. */
export function browserSurface(api: Api, store: Store, webhooks: WebhookSender): Surface {
  return async (request) => {
    const { pathname } = request.url;
    const name = SCRIPTS[pathname];
    if (name) return reply('text/javascript', await script(name));
    if (pathname.startsWith('/connect/onboarding/')) return onboardingPage(api, store, request);
    switch (pathname) {
      case '/':
        return reply('text/html', await overviewPage(store, webhooks));
      case '/v3/payment-form':
        return reply('text/html', await paymentFormPage());
      case '/v3/wallet':
        return reply('text/html', await walletPage(request.url));
      case '/v3/challenge':
        return buyerStep(api, store, 'challenge', request);
      case '/v3/paypal':
        return buyerStep(api, store, 'paypal', request);
      default:
        return null;
    }
  };
}

function reply(type: string, body: string): SurfaceReply {
  return { status: 200, headers: { 'content-type': `${type}; charset=utf-8` }, body };
}
