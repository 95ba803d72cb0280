import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The page as it is now breaks no rule of WCAG 2.2 AA that a machine can check. */
export function expectAccessible(page: Page, { contrast = true } = {}): Promise<void> {
  const builder = checker(page).withTags(STANDARD);
  return expectNoViolation(page, contrast ? builder : builder.disableRules('color-contrast'));
}

/** The one rule that another colour scheme can break. */
export function expectContrast(page: Page): Promise<void> {
  return expectNoViolation(page, checker(page).withRules('color-contrast'));
}

/** Describes what breaks a rule; to describe the thousands of places that keep it takes longer than to look. */
function checker(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
}

async function expectNoViolation(page: Page, builder: AxeBuilder): Promise<void> {
  // The payment provider's form is not ours, and what shows through its frame cannot be seen from inside.
  // "Legacy" looks at this document alone, without opening a second one to sum up what frames found.
  const { violations } = await builder.exclude('iframe').setLegacyMode().analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`),
  }));
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}
