import type { Browser, Page } from 'playwright-core';
import { openOffline } from '../page/openOffline.ts';
import type { Shown, ShownColumn, ShownMeasure } from './shown.ts';

/** A pill: the class that colours it, and what it says. */
export interface Pill {
  readonly look: string;
  readonly text: string;
}

/** A cell of the heatmap. */
export interface HeatCell {
  readonly text: string;
  readonly name: string;
  readonly look: string;
}

/** What is said of a column when it is chosen. */
export interface Details {
  readonly status: string;
  readonly look: string;
  readonly headline: string;
}

/** The exported page: what it shows, and in which looks. */
export interface ShownPage extends Shown {
  /** Everything that can be read, for words that must stand nowhere. */
  readonly whole: string;
  readonly trouble: readonly string[];
  /** Verdicts of the table of columns and of the heatmap, by column. */
  readonly pills: ReadonlyMap<string, Pill>;
  readonly heat: ReadonlyMap<string, { readonly pill: Pill; readonly cells: readonly HeatCell[] }>;
  readonly details: ReadonlyMap<string, Details>;
  readonly untested: ReadonlyMap<string, string>;
  readonly measurePills: readonly Pill[];
  /** What readers without scripts get: title and paragraphs. */
  readonly plain: string;
}

/** Opens an exported page without a network and reads all of it, choosing every column once. */
export async function fromPage(browser: Browser, url: string): Promise<ShownPage> {
  const { page, trouble } = await openOffline(browser, url, 'light');
  try {
    // What esbuild wraps functions in to keep their names is not there in the page.
    await page.evaluate('globalThis.__name = (it) => it');
    await page.evaluate(() => {
      for (const more of document.querySelectorAll<HTMLElement>(':is(#schema, #columns) .more [aria-expanded=false]')) more.click();
    });
    const read = await page.evaluate(readPage);
    const details = new Map<string, Details>();
    for (const { name } of read.columns) details.set(name, await chosen(page, name));
    const whole = await page.evaluate(() => document.body.innerText);
    // Maps: a column may be called as what every object has.
    return { ...read, pills: new Map(read.pills), heat: new Map(read.heat), untested: new Map(read.untested), whole, trouble, details };
  } finally {
    await page.context().close();
  }
}

/** Chooses a column in the table of columns and reads what is said of it. Waits in the page: its policy lets nothing be evaluated there again and again. */
function chosen(page: Page, name: string): Promise<Details> {
  return page.evaluate(async (wanted) => {
    const until = async (holds: () => boolean): Promise<void> => {
      for (let frame = 0; !holds(); frame++) {
        if (frame > 3000) throw new Error(`The page does not show ${wanted}.`);
        await new Promise(requestAnimationFrame);
      }
    };
    const buttons = [...document.querySelectorAll<HTMLElement>('#columns table.columns button.name')];
    buttons.find((button) => button.textContent === wanted)?.click();
    await until(() => document.querySelector('#details h3')?.firstChild?.textContent === wanted);
    // The table opens the chunk it began in: what is said of the whole is one click further.
    document.querySelector<HTMLElement>('#details .headline .muted button')?.click();
    await until(() => document.querySelector('#details .headline .muted') === null);
    const status = document.querySelector('#details .details-head .pill');
    return {
      status: status?.textContent?.trim() ?? '',
      look: status?.className.replace('pill', '').trim() ?? '',
      headline: document.querySelector('#details .headline')?.textContent ?? '',
    };
  }, name);
}

/** Runs in the page. */
function readPage() {
  const textOf = (element: Element | null | undefined): string => element?.textContent?.trim() ?? '';
  const pillOf = (place: Element | null | undefined) => {
    const pill = place?.querySelector('.pill');
    return { look: pill?.className.replace('pill', '').trim() ?? '', text: textOf(pill) };
  };
  const prose: Record<string, string[]> = {};
  for (const section of document.querySelectorAll('section.section')) {
    const heading = textOf(section.querySelector('h2'));
    prose[heading] = [...section.querySelectorAll(':scope > .say, .notes li')].map(textOf);
  }
  const columns: ShownColumn[] = [];
  const pills: [string, { look: string; text: string }][] = [];
  for (const row of document.querySelectorAll('#columns table.columns tbody tr')) {
    const name = row.querySelector('button.name')?.textContent ?? '';
    const [, moved, typical, missing, q] = [...row.querySelectorAll('td')].slice(1).map((cell) => textOf(cell));
    const pill = pillOf(row);
    pills.push([name, pill]);
    columns.push({ name, status: pill.text, moved: moved ?? '', typical: typical ?? '', missing: missing ?? '', q: q ?? '' });
  }
  const heat: [string, { pill: { look: string; text: string }; cells: { text: string; name: string; look: string }[] }][] = [];
  for (const row of document.querySelectorAll('.heatmap tbody tr')) {
    const name = row.querySelector('th')?.textContent ?? '';
    const cells = [...row.querySelectorAll('[role=gridcell]')];
    heat.push([
      name,
      {
        pill: pillOf(row.querySelector('td.verdict')),
        cells: cells.map((cell) => ({ text: textOf(cell), name: cell.getAttribute('aria-label') ?? '', look: cell.className })),
      },
    ]);
  }
  const untested: [string, string][] = [];
  for (const item of document.querySelectorAll('.untested li'))
    untested.push([item.querySelector('.untested-name')?.textContent ?? '', textOf(item.querySelector('.muted'))]);
  const table = document.querySelector('#performance table.measures');
  const measures: ShownMeasure[] = [];
  const measurePills: { look: string; text: string }[] = [];
  if (table !== null) {
    const heads = [...table.querySelectorAll('thead th')].map(textOf);
    const judged = table.querySelector('tbody .pill') !== null;
    const first = judged ? 1 : 0;
    const numbers = heads.length - 1 - first;
    for (const row of table.querySelectorAll('tbody tr')) {
      const cells = [...row.querySelectorAll('td')].map(textOf);
      const sided = numbers >= 3;
      measurePills.push(pillOf(row));
      measures.push({
        name: textOf(row.querySelector('button.name')),
        status: judged ? cells[0]! : '',
        reference: sided ? cells[first]! : null,
        current: cells[first + (sided ? 1 : 0)]!,
        change: sided ? cells[first + 2]! : null,
      });
    }
  }
  const without = document.createElement('div');
  without.innerHTML = document.querySelector('noscript')?.textContent ?? '';
  return {
    title: textOf(document.querySelector('h1')),
    prose,
    columns,
    measures,
    pills,
    heat,
    untested,
    measurePills,
    plain: textOf(without),
  };
}
