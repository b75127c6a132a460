import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Bench, startBench } from './browser.ts';
import { openSample } from './openSample.ts';

let bench: Bench;
before(async () => {
  bench = await startBench();
});
after(() => bench.close());

interface Stop {
  /** Words a person would call it by, and where it stands. */
  readonly name: string;
  readonly place: string;
  readonly top: number;
  readonly left: number;
  /** Whether the focus can be seen: an outline of the element or of the part of it that has the focus. */
  readonly seen: boolean;
}

/** What has the focus; null when it is nothing on the page. */
const focused = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const host = document.activeElement as HTMLElement | null;
    if (host === null || host === document.body) return null;
    const inner = (host.shadowRoot?.activeElement as HTMLElement | null) ?? host;
    const marked = [inner, host, ...(host.shadowRoot?.querySelectorAll<HTMLElement>('[part]') ?? [])].some((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    });
    const { top, left } = host.getBoundingClientRect();
    const name = host.getAttribute('aria-label') ?? host.getAttribute('title') ?? host.textContent?.trim().slice(0, 60) ?? '';
    const place = host.closest('nav, header, .tools, .heat-box, .details, section[id]');
    return {
      name,
      place: place?.id || place?.className || place?.tagName.toLowerCase() || '',
      top: top + scrollY,
      left: left + scrollX,
      seen: marked,
    };
  });

/** Every stop of the tab key from the top of the page to its end, where the focus leaves the page. */
async function stops(page: Page): Promise<Stop[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.evaluate(() => window.getSelection()?.removeAllRanges());
  const found: Stop[] = [];
  for (let i = 0; i < 200; i += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop === null) return found;
    found.push(stop);
  }
  throw new Error('The tab key does not come to the end of the page.');
}

test('the tab key comes by every control once, in reading order, and is seen wherever it is', async () => {
  const { page, trouble, close } = await openSample(bench, { theme: 'light', select: { column: 'car_value', chunk: 7 } });
  const found = await stops(page);
  assert.deepEqual(
    found.filter((stop) => !stop.seen).map((stop) => `${stop.place}: ${stop.name}`),
    [],
    'stops where the focus is not seen',
  );
  const names = found.map((stop) => stop.name);
  for (const wanted of [
    /^Schema and quality$/,
    /^Compare the other way round/,
    /^Export/,
    /^Open the reference file/,
    /^Chunks$/,
    /^Profile$/,
    /^as table$/,
    /^how decided$/,
    /^Filter columns$/,
    /^Order$/,
    /^change …/,
    /^Previous column/,
    /^Next column/,
    /^Distribution$/,
    /^save as SVG$/,
    /^copy as …/,
    /^change …: id$/,
    /^open How/,
  ]) {
    assert.ok(
      names.some((name) => wanted.test(name)),
      `${wanted} in ${names.join(' | ')}`,
    );
  }
  const order = ['skip', 'header', 'drift', 'tools', 'heat-box', 'details', 'columns', 'computed'];
  const places = found.map((stop) => order.indexOf(stop.place));
  assert.ok(!places.includes(-1), found.map((stop) => stop.place).join(' '));
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  );
  assert.deepEqual(trouble, []);
  await close();
});

test('a report is read to its end with Tab, arrows, Enter and Escape alone', async () => {
  const { page, trouble, close } = await openSample(bench, { theme: 'dark', select: { column: 'car_value', chunk: 7 } });
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let i = 0; i < 80; i += 1) {
      await press('Tab');
      const stop = await focused(page);
      if (stop !== null && name.test(stop.name)) return;
    }
    assert.fail(`The tab key does not come to ${name}.`);
  };
  // Past the head: the second of the ways at the top.
  await press('Tab', 'Tab', 'Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'drift');
  await tabTo(/^car_value, June 2019/);
  await press('ArrowDown', 'ArrowDown', 'ArrowLeft', 'Enter');
  await page.getByRole('region', { name: 'Details of debt_to_income_ratio' }).waitFor();
  await tabTo(/^show all of current$/);
  await press('Enter');
  await page.getByRole('button', { name: 'show all of current' }).waitFor({ state: 'detached' });
  await tabTo(/^Distribution$/);
  for (const tab of ['Cumulative', 'Quantiles', 'Over time', 'Where', 'Rows', 'Methods', 'Distribution']) {
    await press('ArrowRight');
    await page.getByRole('tab', { name: tab, selected: true }).waitFor();
    assert.equal((await focused(page))?.name, tab);
    await page.locator('.tab-panel :is(.chart-plot[data-drawn] svg, table)').first().waitFor();
  }
  await tabTo(/^as table$/);
  await press('Enter');
  await page.locator('.tab-panel table').waitFor();
  assert.equal((await focused(page))?.name, 'as chart', 'the focus stays on the switch');
  await press('Enter');
  await page.locator('.tab-panel .chart-plot[data-drawn] svg').waitFor();
  await page.getByRole('button', { name: /^Next column/ }).focus();
  await press('Enter');
  await page.getByRole('region', { name: 'Details of employer_region' }).waitFor();
  assert.match((await focused(page))?.name ?? '', /^Next column/, 'so that one can go on');
  await press('Alt+ArrowUp');
  await page.getByRole('region', { name: 'Details of debt_to_income_ratio' }).waitFor();

  // A menu: opened, walked, left with Escape and with Tab, and neither loses the place.
  await tabTo(/^copy as …/);
  await press('Enter', 'ArrowDown', 'Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  assert.match((await focused(page))?.name ?? '', /^copy as …/);
  await press('Enter');
  await page.getByRole('menu').waitFor();
  await press('Tab');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  assert.equal((await focused(page))?.name, 'as table');

  // Rows: another choice, another page, the other side.
  await page.getByRole('tab', { name: 'Distribution' }).focus();
  await press('ArrowLeft', 'ArrowLeft');
  await page.locator('.rows tbody tr').first().waitFor();
  await tabTo(/^reference$/);
  await press('Enter');
  await page.locator('.rows tbody td', { hasText: /^reference 1$/ }).waitFor();
  await tabTo(/^next rows$/);
  await press('Enter');
  await page.locator('.rows tbody td', { hasText: /^reference 21$/ }).waitFor();

  // The export, from the keyboard.
  await page.getByRole('button', { name: /Export/ }).focus();
  await press('Enter');
  await page.getByRole('menu').waitFor();
  await press('End', 'Enter');
  await page.waitForFunction(() => (window as unknown as { sent: { method: string }[] }).sent.some((message) => message.method === 'save'));
  assert.match((await focused(page))?.name ?? '', /^Export/, 'the focus comes back');
  assert.deepEqual(trouble, []);
  await close();
});

test('at 200 % zoom of 1280 pixels nothing scrolls sideways but what has to, and all stays in reach', async () => {
  // Twice the zoom is half the pixels, each drawn twice.
  const { page, close } = await openSample(bench, { size: { width: 640, height: 400 }, select: { column: 'car_value', chunk: 7 } });
  for (const tab of ['Distribution', 'Cumulative', 'Quantiles', 'Over time', 'Where', 'Rows', 'Methods']) {
    await page.getByRole('tab', { name: tab }).click();
    await page.locator('.tab-panel :is(.chart-plot[data-drawn] svg, table)').first().waitFor();
    const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(inner! <= outer!, `${tab}: ${inner} > ${outer}`);
  }
  await page.locator('.details').getByRole('button', { name: 'change …' }).press('Enter');
  await page.getByRole('button', { name: 'change …: id' }).press('Enter');
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(inner! <= outer!, `choices: ${inner} > ${outer}`);
  const cut = await page
    .locator('main :is(h1, h2, h3, p, button, vscode-dropdown, vscode-button):visible')
    .evaluateAll((elements) =>
      elements
        .filter((element) => !element.closest('.heat-box, .table-box, .wide-box, .unseen') && element.getBoundingClientRect().right > 640)
        .map((element) => element.textContent),
    );
  assert.deepEqual(cut, []);
  await close();
});

test('nothing moves for people who want no motion', async () => {
  const { page, close } = await openSample(bench);
  const moving = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) => {
        const style = getComputedStyle(element);
        const still = (times: string): boolean => times.split(',').every((time) => Number.parseFloat(time) <= 0.001);
        const is = !still(style.transitionDuration) || (style.animationName !== 'none' && !still(style.animationDuration));
        return is ? [`${element.tagName}.${element.className}`] : [];
      }),
    );
  await page.emulateMedia({ reducedMotion: 'reduce' });
  assert.deepEqual(await moving(), []);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), 'auto');
  await close();
});
