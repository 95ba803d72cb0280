import { z } from 'zod';
import { ActList } from '@/components/seller/team/act-list';
import { InviteForm } from '@/components/seller/team/invite-form';
import { InviteList } from '@/components/seller/team/invite-list';
import { MemberList } from '@/components/seller/team/member-list';
import { Button } from '@/components/ui/button';
import { Card, Section } from '@/components/ui/card';
import { Folded } from '@/components/ui/folded';
import { words } from '@/components/ui/words';
import { ActionForm } from '@/components/workspace/action-form';
import { PageHead } from '@/components/workspace/page-head';
import { Paging } from '@/components/workspace/paging';
import { DESK, mayAtDesk, requirePage, type PageContext } from '@/lib/http';
import { SELLER_ROLES } from '@/lib/identity/model';
import { publicId } from '@/lib/kernel/ids';
import { listDeskActs, listInvites, listTeam } from '@/lib/sellers';
import {
  changeRole,
  inviteToTeam,
  leaveTeam,
  removeFromTeam,
  sendInviteAgain,
  withdrawInviteAction,
} from './actions';

const ACTS_A_PAGE = 30;

const query = z.object({ after: z.uuid().nullable().catch(null).default(null) });

type Desk = Pick<PageContext<typeof DESK.enter>, 'db' | 'clock' | 'seller'>;

export default async function SellerTeamPage({ params, searchParams }: PageProps<'/[locale]/seller/team'>) {
  const { actor, ...desk } = await requirePage(DESK.enter, '/seller/team', params);
  const { after } = query.parse(await searchParams);
  const t = await words('team');
  const members = await listTeam(desk.db, desk.seller.sellerId);
  const runs = mayAtDesk(desk.seller.role, DESK.runShop);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="grid gap-10">
        <Section title={t('members')}>
          <MemberList
            members={members}
            selfId={publicId('usr', actor.userId)}
            actions={runs ? { changeRole, remove: removeFromTeam } : null}
          />
        </Section>
        {runs && <Invites {...desk} />}
        {runs && <Acts {...desk} after={after} />}
        <Folded title={t('leave.title')} isDanger>
          <p className="text-sm text-muted">{t('leave.lead')}</p>
          <ActionForm action={leaveTeam} className="grid justify-items-start gap-3">
            <Button type="submit" variant="danger">
              {t('leave.button')}
            </Button>
          </ActionForm>
        </Folded>
      </div>
    </>
  );
}

async function Invites({ db, clock, seller }: Desk) {
  const [t, invites] = await Promise.all([words('team'), listInvites(db, seller.sellerId, clock())]);
  return (
    <Section title={t('invites.title')}>
      <div className="grid gap-4">
        <Card className="grid gap-4 p-4">
          <p className="text-sm text-muted">{t('invites.lead')}</p>
          <InviteForm
            key={invites.length}
            action={inviteToTeam}
            roles={SELLER_ROLES.map((role) => ({
              value: role,
              label: t(`roles.${role}`),
              hint: t(`rights.${role}`),
            }))}
            words={{ email: t('invites.email'), role: t('role'), send: t('invites.send') }}
          />
        </Card>
        <InviteList
          invites={invites}
          actions={{ sendAgain: sendInviteAgain, withdraw: withdrawInviteAction }}
        />
      </div>
    </Section>
  );
}

async function Acts({ db, seller, after }: Desk & { after: string | null }) {
  const t = await words('team');
  const page = await listDeskActs(db, seller.sellerId, { limit: ACTS_A_PAGE, before: after });
  return (
    <Section title={t('acts.title')} id="acts">
      <ActList acts={page.items} />
      <Paging path="/seller/team" part="acts" after={after} next={page.next} />
    </Section>
  );
}
