import type { Appearance } from '@stripe/stripe-js';
import type { FormTheme } from '../messages';
import { requireKnown } from './integration-error';

/** Stripe's appearance variables the form knows, and the CSS variable each one sets. */
const VARIABLES = {
  colorPrimary: '--primary',
  colorBackground: '--background',
  colorText: '--text',
  colorTextSecondary: '--text-secondary',
  colorTextPlaceholder: '--placeholder',
  colorDanger: '--danger',
  colorSuccess: '--success',
  borderRadius: '--radius',
  fontFamily: '--font',
  fontSizeBase: '--font-size',
  spacingUnit: '--space',
  focusBoxShadow: '--focus-ring',
} as const;

/** The form's look; rules for single classes, which Stripe has too, are not known here. */
export function themeOf(appearance: Appearance | undefined): FormTheme {
  requireKnown('appearance', appearance ?? {}, ['theme', 'variables', 'labels', 'disableAnimations']);
  const given = appearance?.variables ?? {};
  requireKnown('appearance.variables', given, Object.keys(VARIABLES));
  const variables = Object.entries(VARIABLES).flatMap(([name, property]) => {
    const value: unknown = Reflect.get(given, name);
    return typeof value === 'string' ? [[property, value] as const] : [];
  });
  return {
    variables: Object.fromEntries(variables),
    scheme: appearance?.theme === 'night' ? 'dark' : 'light',
  };
}
