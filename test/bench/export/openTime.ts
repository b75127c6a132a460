import { chromium } from 'playwright-core';

/** What opening a file took, in milliseconds from the start of the navigation. */
export interface OpenTime {
  /** The first cell of the heatmap is on screen. */
  readonly cell: number;
  /** The first chart is drawn. */
  readonly chart: number;
  /** Processor time of the page's main thread until the first cell was: other work on the machine does not stretch it. */
  readonly cellCpu: number;
}

/** Opens a report in Chromium without a network, several times, each in a browser of its own, and answers with the times of each. */
export async function openTimes(url: string, times: number): Promise<OpenTime[]> {
  const found: OpenTime[] = [];
  for (let i = 0; i < times; i++) {
    const executablePath = process.env.DRIFTBOOK_CHROMIUM ?? '/usr/bin/chromium';
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, offline: true });
    const page = await context.newPage();
    // A bundler wraps functions in one the page does not have.
    await page.addInitScript({ content: 'globalThis.__name = (f) => f;' });
    await page.addInitScript(() => {
      const seen: Record<string, number> = {};
      Object.assign(window, { seen });
      const look = (): void => {
        // A frame later what is there now has been painted.
        for (const [name, selector] of [
          ['cell', '.heatmap td.cell'],
          ['chart', '.chart-plot[data-drawn] svg'],
        ] as const) {
          if (!(name in seen) && document.querySelector(selector) !== null) {
            seen[name] = Number.NaN;
            requestAnimationFrame(() =>
              setTimeout(() => {
                performance.mark(`bench-${name}`);
                Object.assign(seen, { [name]: performance.now() });
              }),
            );
          }
        }
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-drawn'] });
    });
    await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
    await page.goto(url);
    await page.waitForFunction(() => {
      const { seen } = window as unknown as { seen: Partial<OpenTime> };
      return (seen.cell ?? 0) > 0 && (seen.chart ?? 0) > 0;
    });
    const seen = await page.evaluate(() => (window as unknown as { seen: Pick<OpenTime, 'cell' | 'chart'> }).seen);
    const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
    found.push({ ...seen, cellCpu: cpuUntil(trace.traceEvents, 'bench-cell') });
    await browser.close();
  }
  return found;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Processor time of its thread, in microseconds. */
  readonly tdur?: number;
}

/** Milliseconds of processor time that the thread of a mark had spent in its tasks when it was set. */
function cpuUntil(events: readonly TraceEvent[], mark: string): number {
  const set = events.find((event) => event.name === mark);
  if (set === undefined) throw new Error(`The trace does not hold ${mark}.`);
  const tasks = events.filter(
    (event) => event.ph === 'X' && event.name.endsWith('RunTask') && event.pid === set.pid && event.tid === set.tid && event.ts < set.ts,
  );
  return tasks.reduce((sum, task) => sum + (task.tdur ?? 0), 0) / 1000;
}
