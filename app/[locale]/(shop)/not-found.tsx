import { Compass } from '@/components/ui/icons';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';

export default async function NotFound() {
  const t = await words('shop');
  return (
    <EmptyState
      heading="h1"
      icon={<Compass aria-hidden />}
      title={t('notFound.title')}
      action={
        <>
          <ButtonLink href="/" variant="primary">
            {t('notFound.home')}
          </ButtonLink>
          <ButtonLink href="/browse">{t('notFound.browse')}</ButtonLink>
        </>
      }
    >
      {t('notFound.body')}
    </EmptyState>
  );
}
