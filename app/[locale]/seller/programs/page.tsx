import { KeyForm } from '@/components/seller/programs/key-form';
import { KeyList } from '@/components/seller/programs/key-list';
import { ButtonLink } from '@/components/ui/button';
import { Card, Section } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { listApiKeys } from '@/lib/api-keys';
import { API_SCOPES } from '@/lib/api-keys/model';
import { DESK, requirePage } from '@/lib/http';
import { createKey, revokeKey } from './actions';

export default async function SellerProgramsPage({ params }: PageProps<'/[locale]/seller/programs'>) {
  const { db, seller } = await requirePage(DESK.runShop, '/seller/programs', params);
  const [t, keys] = await Promise.all([words('programs'), listApiKeys(db, seller.sellerId)]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        <ButtonLink href="/developers">{t('documentation')}</ButtonLink>
      </PageHead>
      <Section title={t('keys.title')}>
        <div className="grid gap-4">
          <KeyList keys={keys} revoke={revokeKey} />
          <Card className="p-4">
            <KeyForm
              action={createKey}
              scopes={API_SCOPES.map((scope) => ({ value: scope, label: t(`scopes.${scope}`), hint: scope }))}
              words={{
                name: t('keys.name'),
                nameHint: t('keys.nameHint'),
                scopes: t('keys.scopes'),
                create: t('keys.create'),
                madeTitle: t('keys.madeTitle'),
                made: t('keys.made'),
                key: t('keys.key'),
                copy: t('keys.copy'),
                copied: t('keys.copied'),
                another: t('keys.another'),
              }}
            />
          </Card>
        </div>
      </Section>
    </>
  );
}
