import { Link } from '@/components/ui/link';
import { FormStatus } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import type { ContentProblem } from '@/lib/catalog/model';

type ProblemListProps = { problems: readonly ContentProblem[]; path: string };

/** What keeps a draft from being sent, each with the way to where it is put right. */
export async function ProblemList({ problems, path }: ProblemListProps) {
  const t = await words('listing');
  return (
    <FormStatus kind="warning">
      <p className="font-strong">{t('problem.title', { count: problems.length })}</p>
      <ul className="mt-1 grid gap-1">
        {problems.map(({ step, kind, about, productId }) => (
          <li key={`${kind} ${about}`}>
            {t(`problem.${kind}`, { about })}{' '}
            <Link href={`${path}?step=${step}`} className="touch underline underline-offset-4">
              {t(`step.${step}`)}
            </Link>
            {productId && (
              <>
                {' · '}
                <Link href={`/seller/offers/new/${productId}`} className="touch underline underline-offset-4">
                  {t('problem.sellThat')}
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </FormStatus>
  );
}
