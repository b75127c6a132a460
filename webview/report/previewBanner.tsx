import type { VNode } from 'preact';
import { formatCount } from '../../src/core/format/count.ts';
import { Button } from '../common/controls.ts';
import { Link } from './link.tsx';
import { label, usePage } from './pageContext.ts';
import type { Shown } from './shown.ts';

interface PreviewBannerProps {
  readonly working: Shown['working'];
  /** Whether the finished report still stands in the order in which its columns came. */
  readonly unordered: boolean;
}

/** Above a report that fills: how many columns are done, how far the work is, and the way out. Once all is done: the way to the usual order. */
export function PreviewBanner({ working, unordered }: PreviewBannerProps): VNode | null {
  const page = usePage();
  if (working === null) {
    if (!unordered) return null;
    return (
      <p class="unfinished-banner" role="status">
        <span>
          {label(page, 'previewDone')} <Link onClick={() => page.update({ sort: 'worst' })}>{label(page, 'previewOrder')}</Link>
        </span>
      </p>
    );
  }
  const { preview, title, detail, cancelLabel } = working;
  const { locale } = page.words;
  const share = preview.total > 0 ? Math.min(1, preview.done / preview.total) : 0;
  return (
    <div class="unfinished-banner">
      <div class="unfinished-words">
        <strong role="status">{label(page, 'previewSoFar', formatCount(preview.done, locale), formatCount(preview.total, locale))}</strong>{' '}
        <span class="muted">{detail}</span>
        <div
          class="progress"
          role="progressbar"
          aria-label={title}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
        >
          <div class="progress-done" style={{ width: `${share * 100}%` }} />
        </div>
      </div>
      <Button onClick={() => page.ask('cancel', null)}>{cancelLabel}</Button>
    </div>
  );
}
