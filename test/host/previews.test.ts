import assert from 'node:assert/strict';
import { previews } from '../../src/host/panels/previews.ts';
import type { ReportPanel } from '../../src/host/panels/reportPanel.ts';
import type { Preview } from '../../src/shared/webviewProtocol.ts';
import { column, report } from '../unit/words/makeReport.ts';
import { until } from './sample.ts';

/** Stands for a panel whose page draws when it is told to. */
function slowPage(): { readonly panel: ReportPanel; readonly shown: Preview[]; draw(): void } {
  const shown: Preview[] = [];
  let drawn = (): void => undefined;
  const showPreview = (preview: Preview): Promise<void> => {
    shown.push(preview);
    return new Promise((done) => {
      drawn = done;
    });
  };
  return { panel: { showPreview } as unknown as ReportPanel, shown, draw: () => drawn() };
}

const soFar = (done: number) => ({ preview: report([column('a'), column('b')]), done, total: 9 });

suite('previews', () => {
  test('comes with its words; while the page draws it no other is sent, and soon after neither', async () => {
    const page = slowPage();
    const take = previews(page.panel, new AbortController().signal);
    take(soFar(1));
    await until('the first preview', () => page.shown.length === 1);
    assert.equal(page.shown[0]!.done, 1);
    assert.ok(page.shown[0]!.text.title.length > 0);
    take(soFar(2));
    const begun = performance.now();
    page.draw();
    // Every one is taken as it comes; the first that is sent again comes only after twenty times what the first took.
    let done = 2;
    await until('the next preview', () => {
      take(soFar(++done));
      return page.shown.length === 2;
    });
    assert.ok(page.shown[1]!.done > 2, 'the one that came while the page drew was left out');
    assert.ok(performance.now() - begun > 1);
  });

  test('none is sent of a run that was cancelled', async () => {
    const page = slowPage();
    const controller = new AbortController();
    const take = previews(page.panel, controller.signal);
    controller.abort();
    take(soFar(1));
    const other = slowPage();
    previews(other.panel, new AbortController().signal)(soFar(1));
    await until('the preview of a run that goes on', () => other.shown.length === 1);
    assert.equal(page.shown.length, 0);
  });
});
