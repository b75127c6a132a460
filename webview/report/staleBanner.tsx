import type { VNode } from 'preact';
import { Link } from './link.tsx';
import { label, usePage } from './pageContext.ts';

/** Says quietly that a file has changed since the report was made, with the way to a new one. */
export function StaleBanner(): VNode | null {
  const page = usePage();
  const [first, second] = page.stale.flatMap((side) => page.report.datasets[side]?.label ?? []);
  if (first === undefined) return null;
  return (
    <p class="stale" role="status">
      <span class="glyph watch" aria-hidden="true">
        {page.text.verdicts.watch.glyph}
      </span>{' '}
      {second === undefined ? label(page, 'staleOne', first) : label(page, 'staleBoth', first, second)}{' '}
      {page.hosted && <Link onClick={() => page.ask('rerun', {})}>{label(page, 'runAgain')}</Link>}
    </p>
  );
}
