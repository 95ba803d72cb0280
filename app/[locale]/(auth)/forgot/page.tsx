import type { Metadata } from 'next';
import { AuthPanel } from '@/components/auth/auth-panel';
import { ForgotForm } from '@/components/auth/forgot-form';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import { requirePage } from '@/lib/http';
import { requestResetAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('auth');
  return { title: t('forgot.title'), robots: { index: false } };
}

export default async function ForgotPage({ params }: PageProps<'/[locale]/forgot'>) {
  await requirePage('public', '/forgot', params);
  const t = await words('auth');
  const back = (
    <Link href="/sign-in" className="touch font-strong text-ink underline underline-offset-4">
      {t('forgot.back')}
    </Link>
  );
  return (
    <AuthPanel title={t('forgot.title')} lead={t('forgot.lead')} foot={back}>
      <ForgotForm
        action={requestResetAction}
        words={{ email: t('forgot.email'), submit: t('forgot.submit') }}
        sentWords={{
          title: t('checkMail.title'),
          body: t('checkMail.reset', { email: '{email}' }),
          nothing: t('checkMail.nothing'),
        }}
      />
    </AuthPanel>
  );
}
