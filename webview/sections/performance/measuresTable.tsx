import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatCount } from '../../../src/core/format/count.ts';
import type { MeasureText } from '../../../src/core/report/evaluationText.ts';
import type { MeasureRow } from '../../../src/core/sections/performance/result.ts';
import { FiguresTable, type FiguresTableProps } from '../../common/figuresTable.tsx';
import { VerdictMark } from '../../common/verdictMark.tsx';
import { Link } from '../../report/link.tsx';
import { label, usePage } from '../../report/pageContext.ts';
import { go } from '../evaluationPage.ts';
import { measureId, measureKey } from './measureKey.ts';

interface MeasuresTableProps {
  readonly measures: readonly MeasureRow[];
  readonly texts: readonly MeasureText[];
  /** Key of the measure whose pictures are shown. */
  readonly chosen: string;
}

/** The measures with both sides, the change and what it comes to; a row opens its pictures. All of them on request. */
export function MeasuresTable({ measures, texts, chosen }: MeasuresTableProps): VNode {
  const page = usePage();
  const [all, setAll] = useState(false);
  const rows = measures.map((row, index) => ({ row, text: texts[index]!, key: measureKey(row) }));
  const hidden = rows.filter(({ row }) => !row.shown).length;
  const shown = rows.filter(({ row, key }) => all || page.printing || row.shown || key === chosen);
  const sided = measures.some((row) => row.reference !== null);
  const judged = measures.some((row) => row.verdict !== null);
  const needed = measures.some((row) => row.change?.rowsNeeded != null);
  const columns = { sided, judged, needed };
  const under = hidden > 0 && (
    <Link onClick={() => setAll(!all)} expanded={all}>
      {all ? label(page, 'fewerNotes') : label(page, 'evAllMeasures', formatCount(hidden, page.words.locale))}
    </Link>
  );
  return (
    <FiguresTable caption={label(page, 'evMeasuresTable')} columns={columns} under={under}>
      {shown.map(({ row, text, key }) => (
        <MeasureLine key={key} row={row} text={text} chosen={key === chosen} columns={columns} id={key} />
      ))}
    </FiguresTable>
  );
}

interface MeasureLineProps {
  readonly id: string;
  readonly row: MeasureRow;
  readonly text: MeasureText;
  readonly chosen: boolean;
  readonly columns: FiguresTableProps['columns'];
}

function MeasureLine({ id, row, text, chosen, columns }: MeasureLineProps): VNode {
  const page = usePage();
  const open = (): void => go(page, { measure: id, view: 'time' });
  const needed = row.change?.rowsNeeded ?? null;
  return (
    // The button in the first cell does the same by keyboard.
    <tr class={chosen ? 'chosen' : ''} onClick={open}>
      <th scope="row">
        <button
          type="button"
          id={measureId(id)}
          class="name"
          title={text.about}
          aria-pressed={chosen}
          onClick={(event) => {
            event.stopPropagation();
            open();
          }}
        >
          {text.name}
        </button>
      </th>
      {columns.judged && (
        <td>
          <VerdictMark verdict={row.verdict} glyph={text.glyph} word={text.word} />
        </td>
      )}
      {columns.sided && <td class="num">{text.reference}</td>}
      <td class="num">
        {text.current} <span class="muted">{text.currentInterval}</span>
      </td>
      {columns.sided && <td class="num">{text.change}</td>}
      {columns.needed && <td class="num">{needed === null ? '' : formatCount(needed, page.words.locale)}</td>}
    </tr>
  );
}
