import type { ComponentChildren, VNode } from 'preact';
import { CopyTable } from '../copy/copyTable.tsx';
import { label, usePage } from '../report/pageContext.ts';

export interface FiguresTableProps {
  readonly caption: string;
  /** Columns that are there: both sides and the change between them, a verdict, rows needed. */
  readonly columns: { readonly sided: boolean; readonly judged: boolean; readonly needed: boolean };
  /** The rows. */
  readonly children: ComponentChildren;
  /** Stands under the table, before the button that copies it. */
  readonly under?: ComponentChildren;
}

/** A table of named figures, in a box that scrolls sideways and can be copied: name, verdict, both sides, change, rows needed. */
export function FiguresTable({ caption, columns: { sided, judged, needed }, children, under }: FiguresTableProps): VNode {
  const page = usePage();
  const head = (text: string): VNode => (
    <th scope="col" class="num">
      {text}
    </th>
  );
  return (
    <div class="copyable">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section class="wide-box" aria-label={caption} tabIndex={0}>
        <table class="figures columns measures">
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{label(page, 'evMeasure')}</th>
              {judged && <th scope="col">{label(page, 'verdictHead')}</th>}
              {sided && head(label(page, 'referencePart'))}
              {head(label(page, 'currentPart'))}
              {sided && head(label(page, 'evChange'))}
              {needed && head(label(page, 'evRowsNeeded'))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </section>
      <p class="more under">
        {under}
        <CopyTable />
      </p>
    </div>
  );
}
