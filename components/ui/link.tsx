'use client';

import { useRouter } from 'next/navigation';
import type { ComponentProps, MouseEvent } from 'react';
import { localePath } from '@/lib/i18n/locales';
import { isStrictPath } from '@/lib/kernel/strict-sections';
import { useLocale } from './locale-context';

type LinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  /** A path of the shop without a locale, or a full address. */
  href: string;
};

/**
 * A link within the shop, in the reader's locale. The page behind it is fetched ahead once somebody is about
 * to follow it (pointer, touch, focus), not because it happens to be in view.
 *
 * On the way to where money or credentials are entered, and back, a new document is loaded, for a content security
 * policy comes with a document; from one such page to the next the document stays.
 *
 * It stands in for `next/link`, whose 4 KB every first visit would pay for and whose prefetching by viewport
 * is not wanted. Not for links that change something or download: those are plain anchors and forms.
 */
export function Link({ href, onClick, children, ...rest }: LinkProps) {
  const router = useRouter();
  const address = localePath(useLocale(), href);
  if (!href.startsWith('/')) {
    return (
      <a href={href} onClick={onClick} {...rest}>
        {children}
      </a>
    );
  }

  const intend = () => {
    if (!needsNewDocument(address)) router.prefetch(address);
  };
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || !isPlainClick(event) || needsNewDocument(address)) return;
    event.preventDefault();
    router.push(address);
  };
  return (
    <a
      href={address}
      onPointerEnter={intend}
      onTouchStart={intend}
      onFocus={intend}
      onClick={follow}
      {...rest}
    >
      {children}
    </a>
  );
}

function needsNewDocument(address: string): boolean {
  return isStrictPath(address) !== isStrictPath(window.location.pathname);
}

/** Neither to another tab or window, nor to a file. */
function isPlainClick({
  metaKey,
  ctrlKey,
  shiftKey,
  altKey,
  currentTarget,
}: MouseEvent<HTMLAnchorElement>): boolean {
  const elsewhere = currentTarget.target !== '' && currentTarget.target !== '_self';
  return !(metaKey || ctrlKey || shiftKey || altKey || elsewhere || currentTarget.hasAttribute('download'));
}
