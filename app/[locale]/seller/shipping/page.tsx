import { HolidayForms } from '@/components/seller/holiday-forms';
import { HandlingForm, RemoveZoneForm } from '@/components/seller/shipping-forms';
import { ZoneForm, type CountryChoice, type RateFields } from '@/components/seller/zone-form';
import { Card, Section } from '@/components/ui/card';
import { FormStatus } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { listCountries } from '@/lib/customers/model';
import { DESK, requirePage, type PageContext } from '@/lib/http';
import { formatDate, formatList, formatMoney, type Locale } from '@/lib/i18n';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { plainAmount } from '@/lib/kernel/money';
import { COUNTRY_GROUPS, getHoliday, getShipping, type CountryGroup } from '@/lib/sellers';
import type { LearnedDays, ShippingZoneView, ZoneRate } from '@/lib/sellers/model';
import { endHolidayAction, planHolidayAction, removeZone, saveHandling, saveZone } from './actions';

const NEW_RATE: RateFields = { price: '', freeFrom: '', minDays: 2, maxDays: 4 };

/** So many countries are named; more are counted. */
const NAMED_COUNTRIES = 6;

export default async function SellerShippingPage({ params }: PageProps<'/[locale]/seller/shipping'>) {
  const desk = await requirePage(DESK.changeShipping, '/seller/shipping', params);
  const { db, locale, seller } = desk;
  const [t, shipping] = await Promise.all([
    words('seller'),
    getShipping(db, seller.sellerId, DEFAULT_MARKET.currency),
  ]);
  const choices = await countryChoices(locale);
  const formWords = await zoneFormWords();
  return (
    <>
      <PageHead title={t('shipping.title')} lead={t('shipping.lead')} />
      <div className="grid gap-10">
        <Section title={t('shipping.handling')}>
          <Card className="grid gap-4 p-4">
            <p className="text-sm text-muted">{t('shipping.handlingLead')}</p>
            <HandlingForm
              handlingDays={shipping.handlingDays}
              action={saveHandling}
              words={{ days: t('shipping.days'), save: t('shipping.save'), saved: t('shipping.saved') }}
            />
            <Learned learned={shipping.learned} />
          </Card>
        </Section>
        <HolidaySection {...desk} />
        <Section title={t('shipping.zones')}>
          <ul className="grid gap-3">
            {shipping.zones.map((zone) => (
              <li key={zone.zoneId}>
                <Card className="grid gap-3 p-4">
                  <ZoneHead zone={zone} locale={locale} />
                  <details>
                    <summary className="touch cursor-pointer text-sm underline underline-offset-4">
                      {t('shipping.edit')}
                    </summary>
                    <div className="mt-4 grid gap-6">
                      <ZoneForm zone={fieldsOf(zone)} choices={choices} action={saveZone} words={formWords} />
                      <RemoveZoneForm zoneId={zone.zoneId} action={removeZone} label={t('shipping.remove')} />
                    </div>
                  </details>
                </Card>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('shipping.newZone')}>
          <Card className="p-4">
            <ZoneForm
              key={shipping.zones.length}
              zone={{ zoneId: '', name: '', countries: [], standard: NEW_RATE, express: null }}
              choices={choices}
              action={saveZone}
              words={formWords}
            />
          </Card>
        </Section>
      </div>
    </>
  );
}

async function HolidaySection({ db, clock, locale, seller }: PageContext<typeof DESK.changeShipping>) {
  const now = clock();
  const [t, holiday] = await Promise.all([words('seller'), getHoliday(db, seller.sellerId, now)]);
  return (
    <Section title={t('holiday.title')} id="holiday">
      <Card className="grid gap-4 p-4">
        <p className="text-sm text-muted">{t('holiday.lead')}</p>
        {holiday && (
          <FormStatus kind="info">
            {t(holiday.isNow ? 'holiday.now' : 'holiday.planned', {
              from: formatDate(holiday.from, locale, 'date'),
              until: formatDate(holiday.until, locale, 'date'),
            })}
          </FormStatus>
        )}
        <HolidayForms
          holiday={holiday}
          today={now.toISOString().slice(0, 10)}
          plan={planHolidayAction}
          end={endHolidayAction}
          words={{
            from: t('holiday.from'),
            until: t('holiday.until'),
            plan: t(holiday ? 'holiday.change' : 'holiday.plan'),
            end: t(holiday?.isNow ? 'holiday.end' : 'holiday.callOff'),
            saved: t('holiday.saved'),
          }}
        />
      </Card>
    </Section>
  );
}

async function ZoneHead({ zone, locale }: { zone: ShippingZoneView; locale: Locale }) {
  const t = await words('seller');
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const countries = zone.countries.map((code) => names.of(code) ?? code);
  return (
    <div className="grid gap-1">
      <h3 className="text-base">
        {zone.zoneId === 'rest' ? t('shipping.rest') : zone.name || t('shipping.unnamed')}
      </h3>
      {countries.length > 0 && (
        <p className="text-sm text-muted">
          {countries.length <= NAMED_COUNTRIES
            ? formatList(countries, locale)
            : t('shipping.countryCount', { count: countries.length })}
        </p>
      )}
      <ul className="text-sm tabular-nums">
        {zone.rates.map((rate) => (
          <li key={rate.code}>
            {t('shipping.rate', {
              kind: rate.code,
              price: formatMoney(rate.price, locale),
              days: [...new Set([rate.minDays, rate.maxDays])].join('–'),
              most: rate.maxDays,
            })}
            {rate.freeFrom && ` · ${t('shipping.free', { amount: formatMoney(rate.freeFrom, locale) })}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

async function Learned({ learned }: { learned: Readonly<Record<string, LearnedDays | null>> }) {
  const t = await words('seller');
  const known = Object.entries(learned).flatMap(([measure, found]) => (found ? [{ measure, ...found }] : []));
  if (known.length === 0) return <p className="text-sm text-muted">{t('shipping.notLearned')}</p>;
  return (
    <ul className="grid gap-1 text-sm">
      {known.map((each) => (
        <li key={each.measure}>{t('shipping.learned', each)}</li>
      ))}
    </ul>
  );
}

async function countryChoices(locale: Locale): Promise<CountryChoice[]> {
  const t = await words('seller');
  const countries = listCountries(locale);
  return (Object.keys(COUNTRY_GROUPS) as CountryGroup[]).map((group) => ({
    group,
    label: t(`shipping.group.${group}`),
    allLabel: t('shipping.all', { group: t(`shipping.group.${group}`) }),
    countries: countries.filter(({ code }) => COUNTRY_GROUPS[group].includes(code)),
  }));
}

async function zoneFormWords() {
  const t = await words('seller');
  return {
    name: t('shipping.name'),
    nameHint: t('shipping.nameHint'),
    countries: t('shipping.countries'),
    countriesHint: t('shipping.countriesHint'),
    standard: t('shipping.standard'),
    express: t('shipping.express'),
    expressOffered: t('shipping.expressOffered'),
    price: t('shipping.price'),
    freeFrom: t('shipping.freeFrom'),
    freeFromHint: t('shipping.freeFromHint'),
    minDays: t('shipping.minDays'),
    maxDays: t('shipping.maxDays'),
    optional: t('send.optional'),
    save: t('shipping.save'),
    saved: t('shipping.saved'),
  };
}

function fieldsOf({ zoneId, name, countries, rates }: ShippingZoneView) {
  const rateOf = (code: string) => {
    const rate = rates.find((each) => each.code === code);
    return rate ? rateFields(rate) : null;
  };
  return {
    zoneId,
    name,
    countries,
    standard: rateOf('standard') ?? NEW_RATE,
    express: rateOf('express'),
  };
}

function rateFields({ price, freeFrom, minDays, maxDays }: ZoneRate): RateFields {
  return {
    price: plainAmount(price),
    freeFrom: freeFrom ? plainAmount(freeFrom) : '',
    minDays,
    maxDays,
  };
}
