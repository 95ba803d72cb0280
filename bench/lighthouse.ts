import lighthouse from 'lighthouse';
import { chromium } from 'playwright';
import { findFreePort } from '@/dev/listen';
import { connect } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { requireBrowser } from '@/tests/support/browser';
import { readMarket } from './market';
import { report } from './report';

/** `npm run bench:lighthouse`: Lighthouse as it looks at a phone, the median of five, against the production build. */
const RUNS = 5;
const GOALS = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
const CATEGORIES = Object.keys(GOALS) as (keyof typeof GOALS)[];

const { db, close } = connect(env().DATABASE_OWNER_URL ?? env().DATABASE_URL, { max: 1 });
const { products, categories } = await readMarket(db);
await close();

const port = await findFreePort(9300);
const browser = await chromium.launch({
  executablePath: requireBrowser(process.env, (line) => console.log(line)),
  args: ['--no-sandbox', `--remote-debugging-port=${port}`],
});
let isMet = true;
try {
  for (const [name, address] of [
    ['home', '/'],
    ['category', categories[0] ?? '/'],
    ['product', products[0] ?? '/'],
  ] as const) {
    const scores = await look(env().APP_URL + address);
    for (const category of CATEGORIES) {
      const met = report({
        name: `${name}: ${category}, median of ${RUNS}`,
        value: median(scores[category]),
        unit: '',
        goal: { atLeast: GOALS[category] },
        detail: scores[category].join(' '),
      });
      isMet &&= met;
    }
  }
} finally {
  await browser.close();
}
process.exit(isMet ? 0 : 1);

/** The scores of each run, 0 to 100; what kept a page from the full score is said once. */
async function look(url: string): Promise<Record<keyof typeof GOALS, number[]>> {
  const scores = { performance: [], accessibility: [], 'best-practices': [], seo: [] } as Record<
    keyof typeof GOALS,
    number[]
  >;
  for (let run = 0; run < RUNS; run++) {
    const result = await lighthouse(url, { port, onlyCategories: [...CATEGORIES], logLevel: 'error' });
    if (!result) throw new Error(`Lighthouse had nothing to say about ${url}`);
    const { lhr } = result;
    for (const category of CATEGORIES) {
      scores[category].push(Math.round((lhr.categories[category]?.score ?? 0) * 100));
    }
    if (run === 0) sayWhatIsWrong(lhr);
  }
  return scores;
}

type Audits = {
  readonly audits: Readonly<Record<string, { title: string; score: number | null; displayValue?: string }>>;
};

function sayWhatIsWrong({ audits }: Audits): void {
  for (const { title, score, displayValue = '' } of Object.values(audits)) {
    if (score !== null && score < 0.9) console.log(`       ${score.toFixed(2)} ${title} ${displayValue}`);
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
