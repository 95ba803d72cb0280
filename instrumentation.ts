/** What a web process does beside answering: Next calls this once, before the first request. */
export async function register(): Promise<void> {
  // Next compiles this for its edge runtime, too, where there is no disk; there this block falls away.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { keepPageCacheBounded } = await import('@/lib/platform/page-cache');
    keepPageCacheBounded();
  }
}
