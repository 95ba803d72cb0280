import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Folded } from '@/components/ui/folded';
import { Tabs } from '@/components/ui/tabs';
import { words } from '@/components/ui/words';

type PeriodChoiceProps = {
  lengths: readonly number[];
  /** One of the lengths; null when the days were chosen. */
  length: number | null;
  from: string;
  until: string;
  today: string;
  /** What is drawn, and stays so. */
  chart: string;
};

/** Which days are looked at: one of some lengths, or any two days. Works without scripts. */
export async function PeriodChoice({ lengths, length, from, until, today, chart }: PeriodChoiceProps) {
  const t = await words('insight');
  const addressOf = (days: number) => `/seller/insight?days=${days}&chart=${chart}`;
  return (
    <div className="grid gap-3">
      <Tabs
        label={t('period')}
        current={length === null ? '' : addressOf(length)}
        tabs={lengths.map((days) => ({ label: t('lastDays', { days }), href: addressOf(days) }))}
      />
      <Folded title={t('choose')}>
        <form method="get" className="grid items-end gap-3 md:grid-cols-[1fr_1fr_auto]">
          <input type="hidden" name="chart" value={chart} />
          <TextField label={t('from')} name="from" type="date" required max={today} defaultValue={from} />
          <TextField label={t('until')} name="until" type="date" required max={today} defaultValue={until} />
          <Button type="submit">{t('show')}</Button>
        </form>
      </Folded>
    </div>
  );
}
