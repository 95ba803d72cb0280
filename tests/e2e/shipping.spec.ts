import { expect, test } from '../support/journey';

test.use({ as: 'seller' });

test('a seller adds a zone of countries with its own rates, changes it, and sends there no more @everywhere', async ({
  page,
}, { project }) => {
  test.slow();
  const name = `Islands ${project.name} ${Date.now()}`;
  // Each walker has a country of its own.
  const country = project.name === 'phone' ? 'Iceland' : 'Faroe Islands';
  await page.goto('/seller');
  if (project.name === 'phone') await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('link', { name: 'Shipping' }).click();
  await expect(page.getByRole('heading', { name: 'Shipping', level: 1 })).toBeVisible();

  const adding = page.locator('section').last();
  await adding.getByRole('textbox', { name: /^Name/ }).fill(name);
  await adding.locator('summary', { hasText: 'Rest of Europe' }).click();
  await adding.getByLabel(country, { exact: true }).check();
  await adding.getByLabel('Price').first().fill('12.50');
  await adding.getByLabel('Free from').first().fill('99');
  await adding.getByLabel('Days at least').first().fill('5');
  await adding.getByLabel('Days at most').first().fill('3');
  await adding.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Please check the marked fields.')).toBeVisible();
  await adding.getByLabel('Days at most').first().fill('9');
  await adding.getByRole('button', { name: 'Save' }).click();

  const zone = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  await expect(zone.getByText('Standard €12.50, 5–9 working days · free from €99.00')).toBeVisible();
  await zone.getByText('Change').click();
  await zone.getByLabel('Price').first().fill('8');
  await zone.getByRole('button', { name: 'Save' }).click();
  await expect(zone.getByText('Standard €8.00, 5–9 working days')).toBeVisible();

  await zone.getByRole('button', { name: 'Send there no more' }).click();
  await expect(page.getByRole('heading', { name })).toBeHidden();
});
