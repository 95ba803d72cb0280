'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Search } from '@/components/ui/icons';
import { useLocale } from '@/components/ui/locale-context';
import { localePath } from '@/lib/i18n/locales';
import { ScanBarcode } from './scan-barcode';

type FindProductProps = {
  /** The page that answers `?q=`, without a locale. */
  path: string;
  text: string;
  error: string | null;
  words: Readonly<Record<'label' | 'hint' | 'find' | 'scan' | 'stop' | 'scanLead' | 'scanRefused', string>>;
};

/** Finds a product by words or barcode: typed, or read by the camera where the browser can. */
export function FindProduct({ path, text, error, words }: FindProductProps) {
  const router = useRouter();
  const address = localePath(useLocale(), path);
  return (
    <div className="grid max-w-text gap-3">
      <form role="search" action={address} className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <TextField
            key={text}
            name="q"
            type="search"
            label={words.label}
            hint={words.hint}
            error={error}
            defaultValue={text}
            autoComplete="off"
          />
        </div>
        <Button type="submit" variant="primary" aria-label={words.find} className="mt-[1.625rem]">
          <Search aria-hidden className="size-5" />
        </Button>
      </form>
      <ScanBarcode
        onFound={(digits) => router.push(`${address}?q=${encodeURIComponent(digits)}`)}
        words={{ scan: words.scan, stop: words.stop, lead: words.scanLead, refused: words.scanRefused }}
      />
    </div>
  );
}
