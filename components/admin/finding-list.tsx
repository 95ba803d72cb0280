import { Folded } from '@/components/ui/folded';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import { publicId } from '@/lib/kernel/ids';
import type { Finding } from '@/lib/proof/model';

/** Every check and what breaks it, what is broken first; the sellers concerned are a link away. */
export async function FindingList({ findings }: { findings: readonly Finding[] }) {
  const t = await words('admin');
  const broken = findings.filter((finding) => finding.broken > 0);
  const held = findings.filter((finding) => finding.broken === 0);
  return (
    <div className="grid gap-3">
      {broken.map((finding) => (
        <div key={finding.check} className="rounded-lg border border-danger bg-danger-soft p-4">
          <p className="font-strong">
            {t('money.isBroken', { check: finding.check, count: finding.broken })}
          </p>
          <ul className="mt-2 grid gap-1 text-sm break-words">
            {finding.examples.map((example) => (
              <li key={example}>{example}</li>
            ))}
          </ul>
          {finding.sellerIds.length > 0 && (
            <p className="mt-3 flex flex-wrap gap-x-4 text-sm">
              {t('money.frozen')}
              {finding.sellerIds.map((sellerId) => (
                <Link
                  key={sellerId}
                  href={`/admin/sellers/${publicId('sel', sellerId)}`}
                  className="touch underline underline-offset-4"
                >
                  {publicId('sel', sellerId)}
                </Link>
              ))}
            </p>
          )}
        </div>
      ))}
      <Folded title={t('money.held', { count: held.length })}>
        <ul className="grid gap-1 text-sm text-muted">
          {held.map((finding) => (
            <li key={finding.check}>{finding.check}</li>
          ))}
        </ul>
      </Folded>
    </div>
  );
}
