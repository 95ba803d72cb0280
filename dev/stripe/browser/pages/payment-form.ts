import { testCard, type TestCardName } from '../../outcomes/test-cards';
import { styles } from '../bundles';
import { formatNumber } from '../card-input';
import { htmlDocument } from './document';
import { BRANDS, ICONS } from './icons';

/** The cards a person will want first, and what each one does. */
const TEST_CARD_HINTS: readonly (readonly [TestCardName, string])[] = [
  ['visa', 'Pays'],
  ['mastercard', 'Pays (Mastercard)'],
  ['amex', 'Pays (American Express)'],
  ['threeDSecure2Required', 'Asks for 3-D Secure'],
  ['chargeDeclined', 'Declined'],
  ['chargeDeclinedInsufficientFunds', 'Insufficient funds'],
  ['chargeDeclinedExpiredCard', 'Expired card'],
  ['chargeDeclinedIncorrectCvc', 'Wrong security code'],
  ['createDispute', 'Pays, then is disputed'],
];

/** The form inside the shop's page. */
export async function paymentFormPage(): Promise<string> {
  return htmlDocument({
    title: 'Payment form',
    styles: [await styles('base'), await styles('payment-form')],
    body: `<form novalidate autocomplete="on">
<div class="tabs" role="tablist" aria-label="Payment method">
${tab('card', ICONS.card, 'Card', true)}
${tab('wallet', ICONS.wallet, 'Wallet')}
${tab('paypal', ICONS.paypal, 'PayPal')}
</div>
<div role="tabpanel" id="panel-card" aria-labelledby="tab-card" class="panel">
${field({
  name: 'number',
  label: 'Card number',
  placeholder: '1234 1234 1234 1234',
  autocomplete: 'cc-number',
  after: Object.entries(BRANDS)
    .map(([name, picture]) => `<span data-brand="${name}" hidden>${picture}</span>`)
    .join(''),
})}
<div class="pair">
${field({ name: 'expiry', label: 'Expiry date', placeholder: 'MM / YY', autocomplete: 'cc-exp' })}
${field({ name: 'cvc', label: 'Security code', placeholder: '123', autocomplete: 'cc-csc' })}
</div>
<details class="test-cards">
<summary>Test cards <span>No money moves here</span></summary>
<ul>${TEST_CARD_HINTS.map(testCardHint).join('')}</ul>
</details>
</div>
<div role="tabpanel" id="panel-wallet" aria-labelledby="tab-wallet" class="panel note" hidden>
${ICONS.face}<p>Your wallet opens when you place the order. You confirm the amount there.</p>
</div>
<div role="tabpanel" id="panel-paypal" aria-labelledby="tab-paypal" class="panel note" hidden>
${ICONS.away}<p>You go to PayPal to approve the payment when you place the order, and come back here.</p>
</div>
</form>`,
    script: '/v3/payment-form.js',
  });
}

function tab(method: string, icon: string, label: string, selected = false): string {
  return `<button type="button" role="tab" id="tab-${method}" data-method="${method}" aria-controls="panel-${method}" aria-selected="${selected}" tabindex="${selected ? 0 : -1}">${icon}<span>${label}</span></button>`;
}

function field(of: {
  name: string;
  label: string;
  placeholder: string;
  autocomplete: string;
  after?: string;
}): string {
  return `<div class="field">
<label for="${of.name}">${of.label}</label>
<div class="input">
<input id="${of.name}" name="${of.name}" inputmode="numeric" autocomplete="${of.autocomplete}" placeholder="${of.placeholder}" aria-describedby="${of.name}-problem" autocorrect="off" spellcheck="false">
${of.after ?? ''}
</div>
<p class="problem" id="${of.name}-problem" role="alert"></p>
</div>`;
}

function testCardHint([name, does]: readonly [TestCardName, string]): string {
  const { number, brand } = testCard(name);
  return `<li><button type="button" data-test-card="${number}">${BRANDS[brand]}<span>${does}</span><code>${formatNumber(number).slice(-4)}</code></button></li>`;
}
