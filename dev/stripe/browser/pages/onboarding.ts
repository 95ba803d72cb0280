import type { Api } from '../../api/answer-call';
import type { SurfaceReply, SurfaceRequest } from '../../http-server';
import { requireAccount, submitDetails } from '../../resources/accounts';
import type { Store } from '../../state/store';
import type { AccountLink } from '../../state/tables';
import { styles } from '../bundles';
import { escapeHtml, htmlDocument } from './document';

/**
 * The pages on which Stripe asks a seller for papers and bank account. `GET` shows what would be asked, `POST` takes
 * the pressed button and sends the seller back to the shop. A link works once and for five minutes.
 */
export async function onboardingPage(api: Api, store: Store, request: SurfaceRequest): Promise<SurfaceReply> {
  const id = request.url.pathname.split('/').at(-1) ?? '';
  const link = store.get('account_link', id);
  if (!link) return html(404, await page('No such link', NO_SUCH_LINK));
  if (link.used || link.expires_at * 1000 < Date.now()) return goTo(link.refresh_url);
  if (request.method !== 'POST') return html(200, await page('Set up payouts', questions(store, link)));
  const isComplete = new URLSearchParams(request.body).get('step') === 'complete';
  api.perform((call) => {
    call.store.put('account_link', { ...link, used: true });
    return submitDetails(call, requireAccount(call, link.account), isComplete);
  });
  return goTo(link.return_url);
}

const NO_SUCH_LINK = '<h1>No such link</h1><p>Go back to the shop and ask for a new one.</p>';

function questions(store: Store, link: AccountLink): string {
  const missing = store.get('account', link.account)?.requirements?.currently_due ?? [];
  return `<h1>Set up payouts</h1>
<p>Here Stripe asks who you are and where your money goes. Still missing:</p>
<ul>${missing.map((item) => `<li><code>${escapeHtml(item)}</code></li>`).join('')}</ul>
<form method="post">
<button class="primary" name="step" value="complete">Tell everything</button>
<button name="step" value="incomplete">Leave the identity document for later</button>
</form>
<footer>Test page. Nothing is asked and no money moves.</footer>`;
}

function page(title: string, body: string): Promise<string> {
  return Promise.all([styles('base'), styles('steps')]).then((sheets) =>
    htmlDocument({ title, styles: sheets, body: `<main class="page"><div class="box">${body}</div></main>` }),
  );
}

function goTo(location: string): SurfaceReply {
  return { status: 303, headers: { location }, body: '' };
}

function html(status: number, body: string): SurfaceReply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}
