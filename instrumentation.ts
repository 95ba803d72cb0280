/** What a web process does beside answering: Next calls this once, before the first request. */
export async function register(): Promise<void> {
  // Next compiles this for its edge runtime, too, where there is no disk; there this block falls away.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { keepPageCacheBounded } = await import('@/lib/platform/page-cache');
    keepPageCacheBounded();
    // In development no page is kept.
    if (process.env.NODE_ENV === 'production') {
      const { keepPagesCurrent } = await import('@/lib/platform/keep-pages-current');
      void keepPagesCurrent(`http://localhost:${process.env.PORT}`);
    }
  }
}
