'use client';

import { Button } from '@/components/ui/button';

type Choice = { readonly label: string; readonly act: () => void };

type AppNoticeProps = {
  text: string;
  decline?: Choice;
  accept?: Choice;
};

/** What the app itself has to say, above the tabs until it is answered. */
export function AppNotice({ text, decline, accept }: AppNoticeProps) {
  return (
    <div
      role="status"
      className="fixed inset-x-4 bottom-[calc(var(--tab-bar)+1rem)] z-40 mx-auto flex max-w-text animate-rise flex-wrap items-center justify-end gap-3 rounded-lg border border-line bg-raised p-4 shadow-float"
    >
      <p className="min-w-48 flex-1 text-sm">{text}</p>
      <div className="flex gap-2">
        {decline && (
          <Button variant="quiet" size="small" onClick={decline.act}>
            {decline.label}
          </Button>
        )}
        {accept && (
          <Button variant="primary" size="small" onClick={accept.act}>
            {accept.label}
          </Button>
        )}
      </div>
    </div>
  );
}
