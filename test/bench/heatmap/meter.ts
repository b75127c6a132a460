import type { Page } from 'playwright-core';

/** What one step took, in milliseconds. */
export interface Sample {
  /** By the clock in the page, from the event to the end of the frame that shows it. */
  readonly clock: number;
  /** Processor time of the page's main thread, with the work that follows the frame. */
  readonly cpu: number;
  /** Of that: scripts; style and layout. */
  readonly script: number;
  readonly layout: number;
}

/** Put into the page: does something and answers with the milliseconds until the frame that shows it has been made. */
function timers(): void {
  const painted = (): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        // The first message after a frame comes when its style, layout and paint are done.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      });
    });
  const timed = async (step: () => void): Promise<number> => {
    await painted();
    const start = performance.now();
    step();
    // Preact draws in a task of its own: it must be in before the frame that is waited for.
    await new Promise((resolve) => setTimeout(resolve));
    await painted();
    return performance.now() - start;
  };
  const settled = async (): Promise<void> => {
    for (let i = 0; i < 3; i++) await painted();
  };
  Object.assign(window, { timed, settled });
}

/** Measures steps in a page: code that goes before, which is not measured, and the step's own. */
export async function openMeter(page: Page): Promise<(before: string, step: string) => Promise<Sample>> {
  await page.evaluate(`globalThis.__name = (f) => f; (${timers.toString()})()`);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (): Promise<Record<string, number>> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000]));
  };
  return async (before, step) => {
    await page.evaluate(`(async () => { ${before}\n await settled(); })()`);
    const from = await spent();
    const clock = (await page.evaluate(`timed(() => { ${step} })`)) as number;
    await page.evaluate('settled()');
    const to = await spent();
    const took = (...names: string[]): number => names.reduce((sum, name) => sum + (to[name] ?? 0) - (from[name] ?? 0), 0);
    return { clock, cpu: took('TaskDuration'), script: took('ScriptDuration'), layout: took('LayoutDuration', 'RecalcStyleDuration') };
  };
}
