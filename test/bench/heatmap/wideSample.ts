import type { Report } from '../../../src/core/report/report.ts';
import type { Recipe } from '../../page/sampleColumns.ts';
import { sampleReport } from '../../page/sampleReport.ts';

/** A report of `columns` columns by `chunks` weeks: one in twenty an alert, one in thirty a watch, one in three of categories. */
export function wideSample(columns: number, chunks: number): Report {
  const extra = Array.from({ length: columns - 10 }, (_, i): Recipe => {
    const verdict = i % 20 === 7 ? 'alert' : i % 30 === 11 ? 'watch' : 'ok';
    return {
      name: `feature_${String(i).padStart(4, '0')}_${['mean', 'max', 'count', 'share'][i % 4]!}`,
      verdict,
      effect: verdict === 'ok' ? 0.004 : verdict === 'watch' ? 0.03 : 0.06 + (i % 7) * 0.02,
      since: verdict === 'ok' ? null : i % chunks,
      ...(i % 3 === 0 ? { categories: ['a', 'b', 'c', 'd'] } : { scale: 1 / (1 + (i % 5)) }),
    };
  });
  return sampleReport({ extra, weeks: chunks });
}
