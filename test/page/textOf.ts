import type { Locator } from 'playwright-core';

/** Text of an element, empty when it has none. */
export async function textOf(locator: Locator): Promise<string> {
  return (await locator.textContent()) ?? '';
}
