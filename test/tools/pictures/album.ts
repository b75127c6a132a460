import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import type { Workbench } from '../../harness/workbench.mjs';
import { smallPng } from '../smallPng.mjs';

/** A picture and all of them together may take so many bytes. */
const most = 110_000;
const mostInAll = 6_000_000;

/** Pictures of the documentation, written as they are taken, each named by its feature and theme. */
export class Album {
  readonly #folder: string;
  #total = 0;
  readonly #tooLarge: string[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Takes the whole window, or a part of it. The mouse is out of the way: nothing is hovered. */
  async take(workbench: Workbench, feature: string, theme: string, part: Locator | null = null): Promise<void> {
    const { page } = workbench;
    await page.mouse.move(2, 2);
    const png = await (part === null ? page.screenshot() : part.screenshot({ animations: 'disabled' }));
    const small = smallPng(png);
    const name = `${feature}-${theme}.png`;
    await mkdir(this.#folder, { recursive: true });
    await writeFile(join(this.#folder, name), small);
    this.#total += small.length;
    console.log(`${name} ${small.length} bytes`);
    if (small.length > most) this.#tooLarge.push(name);
  }

  /** What is wrong with the album as a whole; empty when nothing is. */
  complaints(): string[] {
    console.log(`${this.#total} bytes in all`);
    const large = this.#tooLarge.map((name) => `${name} has more than ${most} bytes`);
    return this.#total > mostInAll ? [...large, `more than ${mostInAll} bytes in all`] : large;
  }
}

/** Waits until what is drawn in a part of a report is there. */
export function drawn(report: Frame, part: string): Promise<void> {
  return report.locator(`${part} :is(.chart-plot[data-drawn] svg, table)`).first().waitFor();
}

/** Chooses an entry of a dropdown of the report. */
export async function choose(report: Frame, name: string, text: string): Promise<void> {
  await report.getByRole('combobox', { name }).click();
  await report.getByRole('option', { name: text, exact: true }).click();
}
