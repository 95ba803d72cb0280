/**
 * Who a demo installation can be tried as. The seed makes these accounts; the sign-in page offers them only
 * where demo data may exist (`SOUK_DEMO`), and nowhere else do they exist.
 */
export const DEMO_LOGINS = [
  { role: 'buyer', email: 'buyer@souk.example', password: 'souk-demo' },
  { role: 'seller', email: 'seller@souk.example', password: 'souk-demo' },
  { role: 'admin', email: 'admin@souk.example', password: 'souk-demo' },
] as const;

export type DemoLogin = (typeof DEMO_LOGINS)[number];
