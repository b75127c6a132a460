import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { waitFor } from '../harness/waitFor.mjs';

/** Waits until the page has kept these values under their names (`a.b` looks into `a`): it keeps them after it has drawn. */
export async function keeps(page: Page, wanted: Readonly<Record<string, unknown>>): Promise<void> {
  let seen: Record<string, unknown> = {};
  try {
    await waitFor('the page to keep its state', async () => {
      const state = await page.evaluate(() => (window as unknown as { keptState(): unknown }).keptState());
      seen = Object.fromEntries(Object.keys(wanted).map((name) => [name, valueAt(state, name)]));
      return isDeepStrictEqual(seen, wanted);
    });
  } catch {
    assert.deepEqual(seen, wanted);
  }
}

function valueAt(state: unknown, name: string): unknown {
  return name.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], state);
}
