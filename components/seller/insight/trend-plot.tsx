'use client';

import { useEffect, useRef, useState } from 'react';
import type uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { resolvedColor, watchTheme } from '@/components/ui/theme';

export type Plotted = {
  /** Of each day; null where there was nothing to measure. */
  readonly values: readonly (number | null)[];
  readonly before: readonly (number | null)[];
  /** `12 Nov`, along the bottom. */
  readonly days: readonly string[];
  /** What is read of a day when somebody points at it. */
  readonly readings: readonly string[];
  /** Lines across, with what stands beside them. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
};

/** Bars by day, and the period before as a dashed line over them. The library comes when there is something to draw. */
export function TrendPlot({ plotted, label, lead }: { plotted: Plotted; label: string; lead: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [reading, setReading] = useState<string | null>(null);

  useEffect(() => {
    const within = place.current;
    if (!within) return undefined;
    let plot: uPlot | null = null;
    let isGone = false;
    const size = () => ({ width: within.clientWidth, height: within.clientHeight });
    const resized = new ResizeObserver(() => plot?.setSize(size()));
    const stopWatching = watchTheme(() => plot?.redraw());
    void import('uplot').then(({ default: Plot }) => {
      if (isGone) return;
      const options = { ...size(), ...look(Plot, within, plotted) };
      plot = new Plot(
        { ...options, hooks: { setCursor: [({ cursor }) => setReading(readingAt(cursor.idx))] } },
        [plotted.values.map((_, index) => index), [...plotted.values], [...plotted.before]],
        within,
      );
      resized.observe(within);
    });
    const readingAt = (index: number | null | undefined) => plotted.readings[index ?? -1] ?? null;
    return () => {
      isGone = true;
      stopWatching();
      resized.disconnect();
      plot?.destroy();
    };
  }, [plotted]);

  return (
    <>
      <p aria-hidden className="mb-2 min-h-5 text-sm tabular-nums">
        {reading ?? <span className="text-muted">{lead}</span>}
      </p>
      <div ref={place} role="img" aria-label={label} className="h-48 w-full md:h-72" dir="ltr" />
    </>
  );
}

const LETTER_WIDTH = 7;

function look(Plot: typeof uPlot, place: HTMLElement, { days, ticks }: Plotted) {
  const colour = (token: string) => () => resolvedColor(place, `--color-${token}`);
  const axis = {
    font: `12px ${getComputedStyle(place).fontFamily}`,
    stroke: colour('muted'),
    ticks: { show: false },
  };
  const grid = { stroke: colour('line'), width: 1 };
  const longest = Math.max(...ticks.map(({ label }) => label.length));
  return {
    legend: { show: false },
    padding: [8, 20, 0, 0] as uPlot.Padding,
    cursor: { drag: { x: false, y: false }, y: false },
    scales: {
      x: { time: false, range: (): uPlot.Range.MinMax => [-0.5, days.length - 0.5] },
      y: { range: (): uPlot.Range.MinMax => [0, ticks.at(-1)?.at ?? 1] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 28,
        space: 64,
        incrs: [1, 2, 7, 14, 30, 60, 90],
        values: (_: uPlot, splits: number[]) => splits.map((index) => days[index] ?? ''),
      },
      {
        ...axis,
        grid,
        size: LETTER_WIDTH * longest + 12,
        splits: () => ticks.map(({ at }) => at),
        values: () => ticks.map(({ label }) => label),
      },
    ],
    series: [
      {},
      {
        fill: colour('accent'),
        stroke: colour('accent-text'),
        width: 1,
        paths: Plot.paths.bars?.({ size: [0.7, 48] }),
        points: { show: false },
      },
      { stroke: colour('muted'), width: 2, dash: [4, 4], points: { show: false }, spanGaps: true },
    ],
  };
}
