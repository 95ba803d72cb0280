/**
 * Preloaded into every process of the storm's shop: the web server's clock is ahead and the worker's behind, each by
 * half of what a signature may be old.
 */
const SKEW_MS = 140_000;

const [, program = '', command] = process.argv;
const skewMs = /workers[\\/]background/.test(program)
  ? -SKEW_MS
  : /bin[\\/]next$/.test(program) && command === 'start'
    ? SKEW_MS
    : 0;

if (skewMs !== 0) {
  const RealDate = Date;
  const now = () => RealDate.now() + skewMs;
  function SkewedDate(...given) {
    if (!new.target) return new RealDate(now()).toString();
    return given.length === 0 ? new RealDate(now()) : new RealDate(...given);
  }
  // Of its own, not inherited: Next copies what a Date has itself.
  const { now: real, ...rest } = Object.getOwnPropertyDescriptors(RealDate);
  Object.defineProperties(SkewedDate, { ...rest, now: { ...real, value: now } });
  globalThis.Date = SkewedDate;
}
