'use client';

import { useSyncExternalStore } from 'react';
import { THEME_KEY, THEMES, type Theme } from './theme';

type ThemeChoiceProps = { label: string; names: Readonly<Record<Theme, string>> };

/** Light, dark, or as the system has it; remembered in this browser. */
export function ThemeChoice({ label, names }: ThemeChoiceProps) {
  const theme = useSyncExternalStore(subscribe, readTheme, () => 'system');
  return (
    <label className="inline-flex items-center gap-2 text-sm text-muted">
      {label}
      <select
        value={theme}
        onChange={(event) => writeTheme(THEMES.find((known) => known === event.target.value) ?? 'system')}
        className="min-h-11 rounded-md border border-edge bg-raised px-3 text-ink"
      >
        {THEMES.map((known) => (
          <option key={known} value={known}>
            {names[known]}
          </option>
        ))}
      </select>
    </label>
  );
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

function writeTheme(theme: Theme): void {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem(THEME_KEY);
  } else {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem(THEME_KEY, theme);
  }
  for (const listener of listeners) listener();
}
