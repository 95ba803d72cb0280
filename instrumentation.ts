/** What a web process does beside answering: Next calls this once, before the first request. */
export async function register(): Promise<void> {
  const { keepPageCacheBounded } = await import('@/lib/platform/page-cache');
  keepPageCacheBounded();
}
