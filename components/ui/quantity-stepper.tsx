'use client';

import { Minus, Plus } from './icons';
import { useState } from 'react';

type QuantityStepperProps = {
  name: string;
  min?: number;
  max: number;
  initial: number;
  labels: { quantity: string; less: string; more: string };
  /** Told of every valid change. */
  onChange?: (quantity: number) => void;
};

const STEP = 'grid size-11 place-items-center transition hover:bg-sunken disabled:opacity-40';

/** How many: a number field between two buttons. Works as a plain field without JavaScript. */
export function QuantityStepper({ name, min = 1, max, initial, labels, onChange }: QuantityStepperProps) {
  const [quantity, setQuantity] = useState(initial);
  const change = (wanted: number) => {
    const next = Math.min(max, Math.max(min, wanted));
    setQuantity(next);
    onChange?.(next);
  };
  return (
    <div className="inline-flex items-stretch overflow-hidden rounded-md border border-edge bg-raised">
      <button
        type="button"
        aria-label={labels.less}
        className={STEP}
        disabled={quantity <= min}
        onClick={() => change(quantity - 1)}
      >
        <Minus aria-hidden className="size-4" />
      </button>
      <input
        name={name}
        aria-label={labels.quantity}
        inputMode="numeric"
        type="number"
        min={min}
        max={max}
        value={quantity}
        onChange={(event) =>
          Number.isInteger(event.target.valueAsNumber) && change(event.target.valueAsNumber)
        }
        className="number-plain w-10 bg-transparent text-center font-strong tabular-nums"
      />
      <button
        type="button"
        aria-label={labels.more}
        className={STEP}
        disabled={quantity >= max}
        onClick={() => change(quantity + 1)}
      >
        <Plus aria-hidden className="size-4" />
      </button>
    </div>
  );
}
