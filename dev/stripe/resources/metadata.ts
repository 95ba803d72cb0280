type Metadata = Readonly<Record<string, string>>;

/** Stripe's rule for updates: given keys are set, keys given empty are removed, the others stay. */
export function mergeMetadata(current: Metadata | null, given: Metadata | undefined): Record<string, string> {
  const merged = { ...current, ...given };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
}
