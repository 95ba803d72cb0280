import type { StripeError } from '@stripe/stripe-js';

/**
 * What the page's script and the form's frame say to each other. The script opens the channel: it posts `CONNECT`
 * with a port to the frame, addressed to the sandbox's origin alone, and the rest goes over that port, which no
 * other window holds. Card data never does.
 */
export const CONNECT = 'stripe-sandbox-connect';

/** Said by the challenge page to the window that opened it; the outcome is asked of the API. */
export const STEP_DONE = 'stripe-sandbox-step-done';

export type FormTheme = {
  /** CSS variables of the form. */
  readonly variables: Readonly<Record<string, string>>;
  readonly scheme: 'light' | 'dark';
};

export type FormSettings = {
  readonly publishableKey: string;
  readonly theme: FormTheme;
  readonly methods: readonly MethodType[];
};

export type MethodType = 'card' | 'wallet' | 'paypal';

/** Billing details the page knows and the form does not ask for, by the names of form-encoded parameters. */
export type MethodRequest = { readonly fields: Readonly<Record<string, string>> };

/** Asked of the frame; it answers each `id` once. */
export type FormCall =
  | { readonly id: number; readonly call: 'validate' }
  | { readonly id: number; readonly call: 'createMethod'; readonly request: MethodRequest };

export type FormCommand =
  | { readonly command: 'configure'; readonly settings: FormSettings }
  | { readonly command: 'focus' | 'blur' | 'clear' };

export type FormAnswer =
  { readonly method: MethodType; readonly paymentMethod?: string } | { readonly error: StripeError };

export type FormNotice =
  | { readonly notice: 'ready' | 'focus' | 'blur' | 'escape' }
  | { readonly notice: 'height'; readonly height: number }
  | {
      readonly notice: 'change';
      readonly method: MethodType;
      readonly empty: boolean;
      readonly complete: boolean;
    }
  | { readonly notice: 'answer'; readonly id: number; readonly answer: FormAnswer };
