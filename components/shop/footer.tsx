import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import type { CategoryTile } from '@/lib/catalog/model';
import { Logo } from './logo';
import { ThemeChoice } from './theme-choice';

export async function Footer({ departments }: { departments: readonly CategoryTile[] }) {
  const t = await words('shop');
  const columns = [
    {
      title: t('footer.shop'),
      links: departments.slice(0, 6).map(({ name, path }) => ({ label: name, href: `/c/${path}` })),
    },
    {
      title: t('footer.help'),
      links: [
        { label: t('footer.orders'), href: '/orders' },
        { label: t('legal.returns'), href: '/legal/returns' },
        { label: t('footer.account'), href: '/account' },
      ],
    },
    {
      title: t('footer.market'),
      links: [
        { label: t('footer.sell'), href: '/seller' },
        { label: t('footer.developers'), href: '/developers' },
        { label: t('legal.terms'), href: '/legal/terms' },
        { label: t('legal.privacy'), href: '/legal/privacy' },
        { label: t('legal.imprint'), href: '/legal/imprint' },
      ],
    },
  ];
  return (
    <footer className="border-t border-line pb-(--tab-bar)">
      <div className="page grid gap-10 py-12 sm:grid-cols-2 md:grid-cols-[1.5fr_1fr_1fr_1fr]">
        <div className="grid content-start gap-4">
          <Logo />
          <p className="max-w-xs text-sm text-muted">{t('footer.promise')}</p>
          <ThemeChoice
            label={t('theme.label')}
            names={{ system: t('theme.system'), light: t('theme.light'), dark: t('theme.dark') }}
          />
        </div>
        {columns.map(({ title, links }) => (
          <nav key={title} aria-label={title}>
            <h2 className="mb-2 text-sm">{title}</h2>
            <ul className="text-sm text-muted">
              {links.map(({ label, href }) => (
                <li key={href}>
                  <Link
                    href={href}
                    className="inline-flex min-h-9 items-center hover:text-ink hover:underline"
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
    </footer>
  );
}
