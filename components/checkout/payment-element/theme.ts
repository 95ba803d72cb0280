import type { Appearance } from '@stripe/stripe-js';
import { resolvedColor, resolvedLength } from '@/components/ui/theme';

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

function isDark(place: HTMLElement): boolean {
  const scheme = getComputedStyle(place).colorScheme;
  if (scheme === 'dark' || scheme === 'light') return scheme === 'dark';
  return window.matchMedia('(prefers-color-scheme: dark)').matches;
}
