'use client';

import NextLink from 'next/link';
import { useState, type ComponentProps } from 'react';
import { localePath } from '@/lib/i18n/locales';
import { useLocale } from './locale-context';

type LinkProps = Omit<ComponentProps<typeof NextLink>, 'href' | 'prefetch'> & {
  /** A path of the shop without a locale, or a full address. */
  href: string;
};

/**
 * A link within the shop, in the reader's locale. The page behind it is fetched ahead once somebody is about
 * to follow it (pointer, touch, focus), not because it happens to be in view.
 */
export function Link({ href, ...rest }: LinkProps) {
  const [intended, setIntended] = useState(false);
  const locale = useLocale();
  const intend = () => setIntended(true);
  return (
    <NextLink
      href={href.startsWith('/') ? localePath(locale, href) : href}
      prefetch={intended}
      onPointerEnter={intend}
      onTouchStart={intend}
      onFocus={intend}
      {...rest}
    />
  );
}
