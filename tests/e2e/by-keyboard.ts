import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a person at the counter does without a mouse. */

/** PINs of the demonstration's users. */
const pins = { doctor: '2222', pharmacist: '3333', technician: '5555' };

/** Chooses the user by arrow keys and types the PIN that the demonstration shows. */
export async function signIn(page: Page, role: keyof typeof pins): Promise<void> {
  const users = page.getByRole('radio');
  await users.first().waitFor();
  await walkTo(page, users.and(page.locator(':checked')));
  const steps = await users.count();
  for (let step = 0; step < steps; step += 1) {
    if ((await page.getByText(pins[role]).count()) > 0) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Tab');
  await page.keyboard.type(pins[role]);
  await page.keyboard.press('Enter');
}

/** Opens the demo cards, walks to the one with this title, and puts it in. */
export async function insertCard(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+d');
  const card = page.getByRole('dialog').getByRole('button').filter({ hasText: title });
  await card.waitFor();
  await walkTo(page, card);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

export async function switchServer(page: Page): Promise<void> {
  await page.keyboard.press('Control+d');
  const server = page.getByRole('dialog').getByRole('switch');
  await server.waitFor();
  const before = await server.isChecked();
  await walkTo(page, server);
  await page.keyboard.press('Space');
  await expect.poll(() => server.isChecked(), { timeout: 60_000 }).toBe(!before);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Presses Tab until the control has the focus: it must be reachable without a mouse. */
export async function walkTo(page: Page, control: ReturnType<Page['locator']>): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not reach it');
}

/** The first that was found for the whole text typed, not for its beginning. */
export async function untilFound(page: Page): Promise<void> {
  const list = page.locator('[role=listbox][aria-busy=false]');
  await list.getByRole('option').first().waitFor();
}

/** Searches as a person types, and takes the first match. */
export async function addItem(page: Page, text: string): Promise<void> {
  await page.locator('#item-finder').waitFor();
  const rows = await page.getByRole('row').count();
  await page.keyboard.press('F2');
  await page.locator('#item-finder:focus').waitFor();
  await page.keyboard.type(text, { delay: 60 });
  await untilFound(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('row').count(), { timeout: 20_000 }).toBeGreaterThan(rows);
}

export async function expectText(within: ReturnType<Page['locator']>, text: string): Promise<void> {
  await within.getByText(text, { exact: true }).first().waitFor();
}
