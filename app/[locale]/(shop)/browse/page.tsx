import { Store } from '@/components/ui/icons';
import type { Metadata } from 'next';
import { Photo } from '@/components/media/photo';
import { Link } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/state';
import { currentLocale, words } from '@/components/ui/words';
import { listDepartments } from '@/lib/catalog/cached';
import { localePath } from '@/lib/i18n';

export const dynamic = 'error';
export const revalidate = 3600;

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('catalog');
  return {
    title: t('browse.title'),
    alternates: { canonical: localePath(await currentLocale(), '/browse') },
  };
}

export default async function BrowsePage() {
  const locale = await currentLocale();
  const t = await words('catalog');
  const departments = await listDepartments(locale);
  return (
    <div className="page pt-5">
      <h1 className="mb-6 text-xl md:text-2xl">{t('browse.title')}</h1>
      {departments.length === 0 && (
        <EmptyState icon={<Store aria-hidden />} title={t('browse.emptyTitle')}>
          {t('browse.emptyBody')}
        </EmptyState>
      )}
      <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {departments.map((department) => (
          <li key={department.path} className="flex gap-4 border-b border-line py-5">
            <Photo
              picture={department.image}
              sizes="5.5rem"
              decorative
              className="size-22 shrink-0 rounded-lg"
            />
            <div className="min-w-0">
              <h2 className="text-base">
                <Link href={`/c/${department.path}`} className="touch hover:underline">
                  {department.name}
                </Link>
              </h2>
              <ul className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
                {department.children.map((child) => (
                  <li key={child.path}>
                    <Link
                      href={`/c/${child.path}`}
                      className="inline-flex min-h-8 items-center hover:text-ink hover:underline"
                    >
                      {child.name}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
