import { Badge } from '@/components/ui/badge';
import { MessageCircle } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';

type MessageLinkProps = {
  href: string;
  /** Who is written to. */
  name: string;
  /** How many messages the reader has not seen; not known where nobody has written yet. */
  unread: number | undefined;
};

/** The way from a part of an order to what was written about it. A row of its card. */
export async function MessageLink({ href, name, unread }: MessageLinkProps) {
  const t = await words('conversations');
  return (
    <Link
      href={href}
      className="flex min-h-12 items-center gap-3 border-t border-line px-4 py-2 transition hover:bg-sunken md:px-6"
    >
      <MessageCircle aria-hidden className="size-5 shrink-0" />
      <span className="min-w-0 flex-1 text-sm">{t(unread === undefined ? 'begin' : 'goOn', { name })}</span>
      {unread !== undefined && unread > 0 && <Badge tone="accent">{t('unread', { count: unread })}</Badge>}
    </Link>
  );
}
