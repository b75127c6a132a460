/**
 * Times the heatmap of a long report in Chromium: `npm run bench:heatmap`. A step is measured from its event to the end of the frame that
 * shows it: by the clock in the page, and by the processor time of the page's main thread, which other work on the machine does not stretch.
 * Prints best and median of both; the aims are printed beside them and nothing fails by them: machines differ.
 */

import { loadavg } from 'node:os';
import { startBench } from '../../page/browser.ts';
import { contentOf } from '../../page/openSample.ts';
import { openMeter, type Sample } from './meter.ts';
import { wideSample } from './wideSample.ts';

interface Row {
  readonly what: string;
  readonly samples: readonly Sample[];
  readonly aim: number;
}

type Bench = Awaited<ReturnType<typeof startBench>>;

const only = process.argv[2];
const turns = 8;

/** What a step may use; `i` is its turn. */
const tools = `
  const box = document.querySelector('.heat-box');
  const field = document.querySelector('.filter');
  const list = (name) => document.querySelector('vscode-dropdown[aria-label="' + name + '"]');
  const choose = (name, value) => { const d = list(name); d.value = value; d.dispatchEvent(new Event('change')); };
  const type = (text) => { field.value = text; field.dispatchEvent(new Event('input')); };
  const key = (key, more) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  const head = (i) => document.querySelectorAll('.heatmap thead th.pick')[i];
  const over = (type, i) => head(i).dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, button: 0, buttons: 1 }));
`;

/** Steps: what is said of them, what is done before (not timed), and what is timed. */
const steps: readonly (readonly [string, string, string])[] = [
  ['scroll by a wheel step (120 px)', '', 'box.scrollTop += 120;'],
  ['scroll by a page', '', 'box.scrollTop += 560;'],
  ['scroll to anywhere', '', 'box.scrollTop = ((i * 7919 + 977) % 2000) * 26;'],
  ['filter: a letter more', '', `type('feature_1'.slice(0, 1 + (i % 9)));`],
  ['filter: alert', `type('');`, `type('alert -type:text');`],
  ['filter: taken back', `type('alert');`, `type('');`],
  ['order', '', `choose('Order', ['name', 'since', 'file', 'importance', 'worst'][i % 5]);`],
  ['measure', '', `choose('Shown in the cells', ['psi', 'js', 'ks', 'wasserstein', 'missing', 'p', 'moved'][i % 7]);`],
  ['arrow down', `document.querySelector('.heatmap td.cell[tabindex="0"]').focus();`, `key('ArrowDown');`],
  ['arrow right', '', `key('ArrowRight');`],
  ['page down', '', `key('PageDown');`],
  ['end and home of the table', '', `key(i % 2 ? 'Home' : 'End', { ctrlKey: true });`],
  ['open a cell (Enter)', `key('ArrowDown');`, `key('Enter');`],
  ['range: Shift and arrow', '', `key('ArrowRight', { shiftKey: true });`],
  ['range: drag over a head', `if (i === 0) over('pointerdown', 5);`, `over('pointerover', 6 + i);`],
  ['range: cleared', `over('pointerdown', 9);`, `key('Escape');`],
];

async function longReport(bench: Bench): Promise<Row[]> {
  const { page, trouble, close } = await bench.open({ theme: 'dark', content: contentOf(wideSample(2000, 52)) });
  const meter = await openMeter(page);
  await page.locator('.chart-plot[data-drawn] svg').first().waitFor();
  await page.locator('.heat-box').scrollIntoViewIfNeeded();
  const rows: Row[] = [];
  for (const [what, before, step] of steps) {
    if (only !== undefined && !what.includes(only)) continue;
    const samples: Sample[] = [];
    for (let i = 0; i < turns; i++)
      samples.push(await meter(`{ const i = ${i}; ${tools} ${before} }`, `{ const i = ${i}; ${tools} ${step} }`));
    rows.push({ what, samples, aim: 100 });
  }
  if (trouble.length > 0) console.log(trouble.join('\n'));
  await close();
  return rows;
}

/** From the report in the page's hands to the frame that shows it, drawn from nothing; and of that page its heatmap alone, put in anew. */
async function firstPaint(bench: Bench): Promise<Row[]> {
  const content = contentOf(wideSample(200, 12));
  const { page, close } = await bench.open({ theme: 'dark', content });
  const meter = await openMeter(page);
  await page.evaluate((given) => Object.assign(window, { given }), content as object);
  const [whole, alone]: [Sample[], Sample[]] = [[], []];
  for (let i = 0; i < turns; i++) {
    await page.locator('.chart-plot[data-drawn] svg').first().waitFor();
    // A report of another name is drawn from nothing.
    whole.push(await meter('', `window.hostRequest('show', { ...window.given, reportId: 'again' + ${i} });`));
    const rows = await page.locator('.heatmap tbody th').count();
    if (rows < 20) throw new Error(`Only ${rows} rows were drawn.`);
    await page.locator('.chart-plot[data-drawn] svg').first().waitFor();
    const toggle = `document.querySelector('#drift .section-actions button').click();`;
    alone.push(await meter(toggle, toggle));
    if ((await page.locator('.heatmap tbody th').count()) !== rows) throw new Error('The heatmap did not come back.');
  }
  await close();
  return [
    { what: 'heatmap of 200 × 12 drawn from nothing', samples: alone, aim: 200 },
    { what: 'whole page of 200 × 12 drawn from nothing', samples: whole, aim: Number.NaN },
  ];
}

const bench = await startBench();
const [load] = loadavg();
const rows = [...(only === undefined || only === 'first' ? await firstPaint(bench) : []), ...(await longReport(bench))];
await bench.close();
const best = (times: readonly number[]): string => Math.min(...times).toFixed(0);
const median = (times: readonly number[]): string => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!.toFixed(0);
console.log(`2,000 columns × 52 chunks but where it is said; milliseconds, ${turns} turns; load average ${load?.toFixed(1)}`);
const line = (what: string, ...figures: readonly string[]): string =>
  what.padEnd(46) + figures.map((figure) => figure.padStart(12)).join('');
console.log(line('step', 'CPU best', 'CPU median', 'script', 'style+layout', 'clock best', 'clock median', 'aim'));
for (const { what, samples, aim } of rows) {
  const of = (part: keyof Sample): number[] => samples.map((sample) => sample[part]);
  const figures = [best(of('cpu')), median(of('cpu')), median(of('script')), median(of('layout')), best(of('clock')), median(of('clock'))];
  console.log(line(what, ...figures, Number.isNaN(aim) ? '–' : `≤ ${aim}`));
}
