'use client';

import { useState } from 'react';
import { Input } from '@/components/ui/input';

type PriceRangeProps = {
  /** Bounds of the list and what was chosen, in whole units as they are typed. */
  min: number;
  max: number;
  from: string;
  to: string;
  /** Heights of the histogram's bars, 0 to 1. */
  bars: readonly number[];
  labels: { from: string; to: string; range: string };
};

/** From and to: typed, or set on a histogram by two thumbs. */
export function PriceRange({ min, max, from, to, bars, labels }: PriceRangeProps) {
  const [low, setLow] = useState(from);
  const [high, setHigh] = useState(to);
  const lowValue = low === '' ? min : Number(low);
  const highValue = high === '' ? max : Number(high);
  const width = Math.max(1, max - min);

  return (
    <div className="grid gap-3">
      <div className="range" role="group" aria-label={labels.range}>
        <div aria-hidden className="flex h-12 items-end gap-px">
          {bars.map((height, index) => {
            const at = min + (width * (index + 0.5)) / bars.length;
            const within = at >= lowValue && at <= highValue;
            return (
              <span
                key={index}
                className={within ? 'flex-1 bg-accent' : 'flex-1 bg-line'}
                style={{ height: `${Math.max(4, height * 100)}%` }}
              />
            );
          })}
        </div>
        <input
          type="range"
          aria-label={labels.from}
          min={min}
          max={max}
          value={lowValue}
          onChange={(event) => setLow(clamp(event.target.valueAsNumber, min, highValue, min))}
        />
        <input
          type="range"
          aria-label={labels.to}
          min={min}
          max={max}
          value={highValue}
          onChange={(event) => setHigh(clamp(event.target.valueAsNumber, lowValue, max, max))}
        />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Bound name="min" label={labels.from} placeholder={min} value={low} onChange={setLow} />
        <Bound name="max" label={labels.to} placeholder={max} value={high} onChange={setHigh} />
      </div>
    </div>
  );
}

type BoundProps = {
  name: string;
  label: string;
  placeholder: number;
  value: string;
  onChange: (value: string) => void;
};

function Bound({ name, label, placeholder, value, onChange }: BoundProps) {
  return (
    <label className="grid gap-1 text-sm">
      {label}
      <Input
        name={name}
        inputMode="decimal"
        autoComplete="off"
        pattern="[0-9]+([.][0-9]+)?"
        placeholder={String(placeholder)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="tabular-nums"
      />
    </label>
  );
}

/** The value within bounds; at the end of the scale it is no bound at all. */
function clamp(value: number, low: number, high: number, end: number): string {
  const within = Math.min(high, Math.max(low, value));
  return within === end ? '' : String(within);
}
