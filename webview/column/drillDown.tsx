import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatCount } from '../../src/core/format/count.ts';
import { formatP } from '../../src/core/format/pValue.ts';
import { formatShare } from '../../src/core/format/share.ts';
import { columnsOf } from '../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { Rich } from '../common/richView.tsx';
import { Tabs } from '../common/tabs.tsx';
import { Link } from '../report/link.tsx';
import { columnText, label, type Page, usePage, windowName } from '../report/pageContext.ts';
import { VerdictPill } from '../report/verdictPill.tsx';
import { withinLabel } from '../report/withinLabel.ts';
import { ColumnChoices } from './columnChoices.tsx';
import { ColumnView } from './columnView.tsx';
import { columnViews, viewLabels } from './columnViews.ts';

/** Everything about the chosen column: what is said of it, and its pictures in tabs. */
export function DrillDown({ onStep }: { readonly onStep: (by: number) => void }): VNode {
  const page = usePage();
  const { report, state } = page;
  const [changing, setChanging] = useState<string | null>(null);
  const column = columnsOf(report).find((candidate) => candidate.name === state.column);
  if (column === undefined) {
    return (
      <div class="details" id="details" tabIndex={-1}>
        <p class="muted">{label(page, 'chooseColumn')}</p>
      </div>
    );
  }
  const said = columnText(page.text, column.name);
  const views = columnViews(column, report.time !== null, page.hosted);
  const chosen = views.find((view) => view === state.tab) ?? views[0];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a region inside a section, named after its column
    <div class="details" id="details" role="region" tabIndex={-1} aria-label={label(page, 'details', column.name)}>
      <div class="details-head">
        <h3>
          {column.name} <span class="kind">{said.kind}</span>
        </h3>
        <Status page={page} column={column} status={said.status} />
        {page.hosted && (
          <Link onClick={() => setChanging(changing === column.name ? null : column.name)} expanded={changing === column.name}>
            {label(page, 'change')}
          </Link>
        )}
        <span class="steps">
          <Step name={label(page, 'previousColumn')} glyph="↑" onClick={() => onStep(-1)} />
          <Step name={label(page, 'nextColumn')} glyph="↓" onClick={() => onStep(1)} />
        </span>
      </div>
      {changing === column.name && <ColumnChoices key={column.name} column={column} />}
      <div class="headline" aria-live="polite">
        <p>
          <Rich text={said.headline} />
        </p>
        <ChunkSentence page={page} column={column} />
      </div>
      {column.error !== null && <p class="failed">{label(page, 'columnFailed', column.error)}</p>}
      {chosen !== undefined && (
        <Tabs
          label={label(page, 'tabs')}
          tabs={views.map((view) => ({ id: view, text: label(page, viewLabels[view]) }))}
          chosen={chosen}
          onChoose={(tab) => page.update({ tab })}
        >
          <ColumnView view={chosen} column={column} />
        </Tabs>
      )}
    </div>
  );
}

/** The verdict of what is shown: of the chosen chunk, or of the column. */
function Status({ page, column, status }: { readonly page: Page; readonly column: ColumnReport; readonly status: string }): VNode {
  const { chunk } = page.state;
  const cell = chunk === null ? undefined : column.chunks.find((candidate) => candidate.chunk === chunk);
  if (cell === undefined) return <span class={`pill ${column.verdict}`}>{status}</span>;
  const word = `${page.text.verdicts[cell.verdict].word} · ${windowName(page, chunk)}`;
  return <VerdictPill verdict={cell.verdict} text={page.text} word={word} />;
}

function ChunkSentence({ page, column }: { readonly page: Page; readonly column: ColumnReport }): VNode | null {
  const { chunk } = page.state;
  const cell = chunk === null ? undefined : column.chunks.find((candidate) => candidate.chunk === chunk);
  if (chunk === null || cell === undefined) return null;
  const { locale } = page.words;
  const name = windowName(page, chunk);
  const rows = formatCount(cell.rows, locale);
  const share = (x: number): string => formatShare(x, locale);
  const value = cell.p === null ? '–' : formatP(cell.p, locale);
  // "p < 0.0001" brings its own sign.
  const p = /^[<>–]/.test(value) ? value : `=\u00a0${value}`;
  const within = withinLabel(page, cell);
  const sentence =
    cell.effect === null
      ? label(page, 'chunkSentenceNotTested', name, rows)
      : within !== null
        ? label(page, 'chunkSentenceWithin', name, within, rows, share(cell.limit), p)
        : label(page, sizeOf(cell.effect), name, share(Math.max(cell.effect, 0.01)), rows, share(cell.limit), p);
  return (
    <p class="muted">
      {sentence} <Link onClick={() => page.select(column.name, null)}>{label(page, 'showWhole')}</Link>
    </p>
  );
}

/** A share that is written "> 99 %" or "< 1 %" cannot stand after "about". */
function sizeOf(effect: number): 'chunkSentence' | 'chunkSentenceLess' | 'chunkSentenceNearly' {
  if (effect > 0.99) return 'chunkSentenceNearly';
  return effect < 0.01 ? 'chunkSentenceLess' : 'chunkSentence';
}

function Step({ name, glyph, onClick }: { readonly name: string; readonly glyph: string; readonly onClick: () => void }): VNode {
  return (
    <button type="button" class="step" aria-label={name} title={name} onClick={onClick}>
      {glyph}
    </button>
  );
}
