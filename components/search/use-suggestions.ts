'use client';

import { useEffect, useState } from 'react';
import type { Suggestions } from '@/lib/search/model';

const PAUSE_MS = 120;

/** What the server offers for the text typed so far; the former offer stays until the next one is here. */
export function useSuggestions(text: string): Suggestions | null {
  const [suggestions, setSuggestions] = useState<Suggestions | null>(null);
  const query = text.trim();

  useEffect(() => {
    if (!query) return setSuggestions(null);
    const request = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/search/suggest?q=${encodeURIComponent(query)}`, {
          signal: request.signal,
        });
        if (response.ok) setSuggestions((await response.json()) as Suggestions);
      } catch {
        // Aborted by the next letter, or offline: searching itself needs no suggestions.
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [query]);

  return suggestions;
}
