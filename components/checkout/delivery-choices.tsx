'use client';

import { useState } from 'react';
import { RadioCard } from '@/components/ui/input';
import { FormStatus } from '@/components/ui/state';

/** One parcel with the ways it can come, in words. */
export type ParcelChoices = {
  readonly sellerId: string;
  readonly legend: string;
  readonly choices: readonly {
    readonly code: string;
    readonly label: string;
    readonly arrives: string;
    readonly price: string;
  }[];
  readonly chosen: string | null;
  /** Said when the seller does not send to the country. */
  readonly none: string;
};

type DeliveryChoicesProps = {
  parcel: ParcelChoices;
  onChoose: (delivery: { sellerId: string; code: string }) => void;
};

export function DeliveryChoices({ parcel, onChoose }: DeliveryChoicesProps) {
  const { sellerId, legend, choices, chosen, none } = parcel;
  const [selected, select] = useState(chosen);
  if (choices.length === 0) return <FormStatus kind="warning">{none}</FormStatus>;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm text-muted">{legend}</legend>
      {choices.map(({ code, label, arrives, price }) => (
        <RadioCard
          key={code}
          name={`delivery-${sellerId}`}
          value={code}
          checked={code === selected}
          label={label}
          hint={arrives}
          aside={price}
          onChange={() => {
            select(code);
            onChoose({ sellerId, code });
          }}
        />
      ))}
    </fieldset>
  );
}
