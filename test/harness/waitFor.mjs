/**
 * Asks again until `condition` gives something truthy, and returns that; rejects after `timeout` ms, naming `what`.
 * @template T
 * @param {string} what
 * @param {() => T | Promise<T>} condition
 * @param {number} [timeout]
 * @param {number} [every]
 * @returns {Promise<NonNullable<T>>}
 */
export async function waitFor(what, condition, timeout = 30_000, every = 100) {
  const end = Date.now() + timeout;
  let last;
  for (;;) {
    try {
      const value = await condition();
      if (value) return value;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited ${timeout} ms for ${what}${last ? `: ${last.message}` : ''}`);
    await new Promise((next) => setTimeout(next, every));
  }
}
