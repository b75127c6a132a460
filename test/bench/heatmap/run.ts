/**
 * Times the heatmap of a long report in Chromium: `npm run bench:heatmap`. A step is measured in the page, from its event to the end of the
 * frame that shows it. Prints medians and worst; the aims are printed beside them and nothing fails by them: machines differ.
 */

import type { Page } from 'playwright-core';
import { startBench } from '../../page/browser.ts';
import { contentOf } from '../../page/openSample.ts';
import { wideSample } from './wideSample.ts';

interface Row {
  readonly what: string;
  readonly times: readonly number[];
  readonly aim: number;
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
  Object.assign(window, { timed });
}

const steps = 12;

async function measure(page: Page, code: string): Promise<number[]> {
  return page.evaluate(`(async () => {
    const times = [];
    const box = document.querySelector('.heat-box');
    const field = document.querySelector('.filter');
    const list = (name) => document.querySelector('vscode-dropdown[aria-label="' + name + '"]');
    const choose = (name, value) => { const d = list(name); d.value = value; d.dispatchEvent(new Event('change')); };
    const type = (text) => { field.value = text; field.dispatchEvent(new Event('input')); };
    const key = (key, more) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    const head = (i) => document.querySelectorAll('.heatmap thead th.pick')[i];
    const over = (type, i) => head(i).dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, button: 0, buttons: 1 }));
    const rest = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    for (let i = 0; i < ${steps}; i += 1) { ${code} }
    return times;
  })()`) as Promise<number[]>;
}

async function longReport(bench: Awaited<ReturnType<typeof startBench>>): Promise<Row[]> {
  const { page, trouble, close } = await bench.open({ theme: 'dark', content: contentOf(wideSample(2000, 52)) });
  await page.evaluate(`globalThis.__name = (f) => f; (${timers.toString()})()`);
  await page.locator('.chart-plot[data-drawn] svg').first().waitFor();
  await page.locator('.heat-box').scrollIntoViewIfNeeded();
  const rows: Row[] = [];
  const add = async (what: string, code: string): Promise<void> => {
    rows.push({ what, times: await measure(page, code), aim: 100 });
  };
  await add('scroll by a wheel step (120 px)', 'times.push(await timed(() => { box.scrollTop += 120; }));');
  await add('scroll by a page', 'times.push(await timed(() => { box.scrollTop += 560; }));');
  await add('scroll to anywhere', 'times.push(await timed(() => { box.scrollTop = ((i * 7919) % 2000) * 26; }));');
  await add('filter: a letter more', `times.push(await timed(() => type('feature_1'.slice(0, 1 + (i % 9)))));`);
  await add('filter: alert', `type(''); await rest(); times.push(await timed(() => type('alert -type:text')));`);
  await add('filter: taken back', `type('alert'); await rest(); times.push(await timed(() => type('')));`);
  await add('order', `times.push(await timed(() => choose('Order', ['name', 'since', 'file', 'importance', 'worst'][i % 5])));`);
  await add(
    'measure',
    `times.push(await timed(() => choose('Shown in the cells', ['psi', 'js', 'ks', 'wasserstein', 'missing', 'q', 'moved'][i % 7])));`,
  );
  await page.locator('.heatmap td.cell[tabindex="0"]').focus();
  await add('arrow down', `times.push(await timed(() => key('ArrowDown')));`);
  await add('arrow right', `times.push(await timed(() => key('ArrowRight')));`);
  await add('page down', `times.push(await timed(() => key('PageDown')));`);
  await add('end and home of the table', `times.push(await timed(() => key(i % 2 ? 'Home' : 'End', { ctrlKey: true })));`);
  await add('open a cell (Enter)', `key('ArrowDown'); await rest(); times.push(await timed(() => key('Enter')));`);
  await add('range: Shift and arrow', `times.push(await timed(() => key('ArrowRight', { shiftKey: true })));`);
  await add('range: drag over a head', `if (i === 0) over('pointerdown', 5); times.push(await timed(() => over('pointerover', 6 + i)));`);
  await add('range: cleared', `over('pointerdown', 9); await rest(); times.push(await timed(() => key('Escape')));`);
  if (trouble.length > 0) console.log(trouble.join('\n'));
  await close();
  return rows;
}

/** From the report in the page's hands to the frame that shows its heatmap: the page is served anew each time. */
async function firstPaint(bench: Awaited<ReturnType<typeof startBench>>): Promise<Row> {
  const times: number[] = [];
  const { page, close } = await bench.open({ theme: 'dark', content: contentOf(wideSample(200, 12)) });
  const show = { ...contentOf(wideSample(200, 12)) };
  await page.evaluate(`globalThis.__name = (f) => f; (${timers.toString()})()`);
  await page.evaluate((given) => Object.assign(window, { given }), show);
  for (let i = 0; i < steps; i += 1) {
    await page.locator('.chart-plot[data-drawn] svg').first().waitFor();
    // A report of another name is drawn from nothing.
    const time = await page.evaluate(
      `timed(() => window.hostRequest('show', { ...window.given, reportId: 'again' + ${i} })).then((ms) => ({ ms, rows: document.querySelectorAll('.heatmap tbody th').length }))`,
    );
    const { ms, rows } = time as { ms: number; rows: number };
    if (rows < 20) throw new Error(`Only ${rows} rows were drawn.`);
    times.push(ms);
  }
  await close();
  return { what: 'whole page with a heatmap of 200 × 12, drawn from nothing', times, aim: 200 };
}

const bench = await startBench();
const rows = [await firstPaint(bench), ...(await longReport(bench))];
await bench.close();
const sorted = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b);
console.log('2,000 columns × 52 chunks but for the first line; milliseconds from event to frame');
console.log(`${'step'.padEnd(60)} ${'median'.padStart(8)} ${'worst'.padStart(8)} ${'aim'.padStart(8)}`);
for (const { what, times, aim } of rows) {
  const [median, worst] = [sorted(times)[Math.floor(times.length / 2)]!, Math.max(...times)];
  const said = worst <= aim ? 'met' : median <= aim ? 'worst over' : 'MISSED';
  console.log(`${what.padEnd(60)} ${median.toFixed(0).padStart(8)} ${worst.toFixed(0).padStart(8)} ${`≤ ${aim}`.padStart(8)}  ${said}`);
}
