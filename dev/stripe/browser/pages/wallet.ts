import { styles } from '../bundles';
import { displayAmount, escapeHtml, htmlDocument, schemeOf } from './document';
import { BRANDS, ICONS } from './icons';

/** The device's wallet over the shop's page: the card in it, the amount, one button. */
export async function walletPage(url: URL): Promise<string> {
  const amount = Number(url.searchParams.get('amount'));
  const currency = url.searchParams.get('currency') ?? '';
  const wallet = url.searchParams.get('wallet') === 'apple_pay' ? 'apple_pay' : 'google_pay';
  return htmlDocument({
    title: 'Wallet',
    scheme: schemeOf(url),
    styles: [await styles('base'), await styles('steps')],
    body: `<main class="sheet"><div class="box">
<header>${ICONS.wallet}<span>${wallet === 'apple_pay' ? 'Apple Pay' : 'Google Pay'} sandbox</span><button class="close" data-close aria-label="Close the wallet">${ICONS.close}</button></header>
<fieldset>
<legend>Card</legend>
${walletCard('pm_card_visa', 'visa', 'Visa', '4242', true)}
${walletCard('pm_card_mastercard', 'mastercard', 'Mastercard', '4444')}
${walletCard('pm_card_chargeDeclinedInsufficientFunds', 'visa', 'Visa, no funds', '9995')}
</fieldset>
<dl><dt>Pay Souk</dt><dd>${escapeHtml(displayAmount(amount, currency))}</dd></dl>
<p class="problem" role="alert"></p>
<button class="primary" data-pay data-wallet="${wallet}">${ICONS.face}<span>Confirm payment</span></button>
<footer>Test wallet. No money moves.</footer>
</div></main>`,
    script: '/v3/wallet.js',
  });
}

function walletCard(token: string, brand: string, name: string, last4: string, checked = false): string {
  return `<label><input type="radio" name="card" value="${token}"${checked ? ' checked' : ''}>${BRANDS[brand] ?? ''}<span>${name}</span><code>•••• ${last4}</code></label>`;
}
