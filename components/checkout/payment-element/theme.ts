import type { Appearance } from '@stripe/stripe-js';

/** Our tokens by the names of Stripe's appearance variables. */
const COLORS = {
  colorPrimary: '--color-ink',
  colorBackground: '--color-raised',
  colorText: '--color-ink',
  colorTextSecondary: '--color-muted',
  colorTextPlaceholder: '--color-muted',
  colorDanger: '--color-danger',
} as const;

/**
 * The form's look, from our CSS variables as they are at `place` now. Colours are resolved to rgb, since the form
 * lives in another document and knows neither our variables nor light-dark().
 */
export function stripeAppearance(place: HTMLElement): Appearance {
  const colors = Object.entries(COLORS).map(([name, token]) => [name, resolvedColor(place, token)] as const);
  return {
    theme: isDark(place) ? 'night' : 'stripe',
    variables: {
      ...Object.fromEntries(colors),
      borderRadius: resolvedLength(place, '--radius-md'),
      fontFamily: 'system-ui, sans-serif',
      fontSizeBase: '16px',
      spacingUnit: '4px',
    },
  };
}

/** Calls back whenever the page turns dark or light, by the system's choice or the person's. Returns how to stop. */
export function watchTheme(changed: () => void): () => void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(changed);
  system.addEventListener('change', changed);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', changed);
    chosen.disconnect();
  };
}

function isDark(place: HTMLElement): boolean {
  const scheme = getComputedStyle(place).colorScheme;
  if (scheme === 'dark' || scheme === 'light') return scheme === 'dark';
  return window.matchMedia('(prefers-color-scheme: dark)').matches;
}

function resolvedColor(place: HTMLElement, token: string): string {
  return resolved(place, { color: `var(${token})` }).color;
}

function resolvedLength(place: HTMLElement, token: string): string {
  return resolved(place, { borderTopLeftRadius: `var(${token})` }).borderTopLeftRadius;
}

function resolved(place: HTMLElement, style: Partial<CSSStyleDeclaration>) {
  const probe = document.createElement('span');
  Object.assign(probe.style, style, { display: 'none' });
  place.append(probe);
  const { color, borderTopLeftRadius } = getComputedStyle(probe);
  probe.remove();
  return { color, borderTopLeftRadius };
}
