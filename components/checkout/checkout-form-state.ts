/**
 * What was typed at checkout, kept for this tab until the order is placed: a reload, a sign-in or a visit to the
 * cart loses nothing. Never holds anything about cards, which are typed into the payment provider's frame.
 */
const TYPED = 'souk.checkout.typed';
const KEY = 'souk.checkout.key';

export type Typed = Readonly<Record<string, string>>;

export function recallTyped(): Typed {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(TYPED) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(
      Object.entries(stored).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

export function keepTyped(form: HTMLFormElement): void {
  const texts = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  store(TYPED, JSON.stringify({ ...recallTyped(), ...Object.fromEntries(texts) }));
}

/** Names this purchase: however often it is sent, one order is placed. The same across reloads. */
export function purchaseKey(): string {
  const known = read(KEY);
  if (known) return known;
  const fresh = crypto.randomUUID();
  store(KEY, fresh);
  return fresh;
}

/** The order is placed: the next purchase is another one. What was typed stays, for that one. */
export function forgetPurchaseKey(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Storage is switched off: the key lived in the page alone.
  }
}

function read(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

function store(name: string, value: string): void {
  try {
    sessionStorage.setItem(name, value);
  } catch {
    // Storage is full or switched off: a reload will lose what was typed, nothing else.
  }
}
