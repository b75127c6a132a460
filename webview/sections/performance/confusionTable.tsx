import type { VNode } from 'preact';
import { formatCount } from '../../../src/core/format/count.ts';
import { formatShare } from '../../../src/core/format/share.ts';
import type { ConfusionMatrix } from '../../../src/core/sections/performance/result.ts';
import { CopyTable } from '../../copy/copyTable.tsx';
import { label, usePage } from '../../report/pageContext.ts';

interface ConfusionTableProps {
  readonly matrix: ConfusionMatrix;
  /** Shares of reference stand below those of current where its classes are the same. */
  readonly reference: ConfusionMatrix | null;
  readonly caption: string;
}

/** True classes by row, predicted classes by column: rows of current, and which share of the true class they are. */
export function ConfusionTable({ matrix, reference, caption }: ConfusionTableProps): VNode {
  const page = usePage();
  const { locale } = page.words;
  const { counts, others } = matrix;
  const names = matrix.labels.map((name, i) =>
    others > 0 && i === matrix.labels.length - 1 ? label(page, 'otherCategories', formatCount(others, locale)) : name,
  );
  const same =
    reference !== null &&
    reference.labels.length === matrix.labels.length &&
    reference.labels.every((name, i) => name === matrix.labels[i]);
  return (
    <div class="copyable">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section class="table-box confusion-box" aria-label={caption} tabIndex={0}>
        <table class="figures confusion">
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">
                {label(page, 'evTrueClass')} <span aria-hidden="true">↓</span> · {label(page, 'evPredictedClass')}{' '}
                <span aria-hidden="true">→</span>
              </th>
              {names.map((name, i) => (
                <th scope="col" class="num" key={i} title={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map((row, i) => (
              <ClassLine key={i} at={i} name={names[i]!} counts={row} was={same ? (reference.counts[i] ?? null) : null} />
            ))}
          </tbody>
        </table>
      </section>
      <p class="more under">
        <span class="muted small">{label(page, same ? 'evConfusionKeyReference' : 'evConfusionKey')}</span>
        <CopyTable />
      </p>
    </div>
  );
}

interface ClassLineProps {
  readonly at: number;
  readonly name: string;
  /** Rows of this true class by predicted class. */
  readonly counts: readonly number[];
  /** Those of reference; null: not told. */
  readonly was: readonly number[] | null;
}

/** One true class: how its rows were predicted. */
function ClassLine({ at, name, counts, was }: ClassLineProps): VNode {
  const page = usePage();
  const { locale } = page.words;
  return (
    <tr>
      <th scope="row" title={name}>
        {name}
      </th>
      {counts.map((count, j) => {
        const share = shareOf(counts, j);
        const before = was === null ? null : shareOf(was, j);
        return (
          <td class={at === j ? 'num right' : 'num wrong'} key={j} style={{ '--part': `${Math.round((share ?? 0) * 100)}%` }}>
            <span class="count">{formatCount(count, locale)}</span>{' '}
            <span class="part-of">{share === null ? '–' : formatShare(share, locale)}</span>
            {before !== null && <span class="was"> {label(page, 'evWas', formatShare(before, locale))}</span>}
          </td>
        );
      })}
    </tr>
  );
}

function shareOf(counts: readonly number[], at: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total === 0 ? null : counts[at]! / total;
}
