import { OneButtonForm } from '@/components/auth/one-button-form';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import type { FormAction } from '@/components/workspace/action-form';
import type { SavedAddress } from '@/lib/customers/model';

type AddressCardProps = {
  address: SavedAddress;
  countryName: string;
  remove: FormAction<unknown>;
  makeDefault: FormAction<unknown>;
};

/** A saved address and what can be done with it. */
export async function AddressCard({ address, countryName, remove, makeDefault }: AddressCardProps) {
  const t = await words('account');
  const { addressId, recipient, line1, line2, postalCode, city, region, phone, isDefault } = address;
  const lines = [line1, line2, `${postalCode} ${city}`, region, countryName, phone].filter(Boolean);
  return (
    <Card className="flex flex-col gap-3 p-4">
      <div className="flex items-start justify-between gap-3">
        <p className="font-strong">{recipient}</p>
        {isDefault && <Badge tone="accent">{t('addresses.default')}</Badge>}
      </div>
      <address className="flex-1 not-italic">
        {lines.map((line) => (
          <span key={line} className="block wrap-anywhere">
            {line}
          </span>
        ))}
      </address>
      <div className="flex flex-wrap gap-2">
        <ButtonLink
          href={`/account/addresses/${addressId}`}
          size="small"
          aria-label={t('addresses.editName', { recipient, line1 })}
        >
          {t('addresses.edit')}
        </ButtonLink>
        {!isDefault && (
          <OneButtonForm
            action={makeDefault}
            values={{ addressId }}
            size="small"
            variant="secondary"
            aria-label={t('addresses.defaultName', { recipient, line1 })}
          >
            {t('addresses.makeDefault')}
          </OneButtonForm>
        )}
        <OneButtonForm
          action={remove}
          values={{ addressId }}
          size="small"
          variant="quiet"
          aria-label={t('addresses.removeName', { recipient, line1 })}
        >
          {t('addresses.remove')}
        </OneButtonForm>
      </div>
    </Card>
  );
}
