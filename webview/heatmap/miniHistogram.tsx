import type { VNode } from 'preact';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { miniBins } from './miniBins.ts';

const width = 112;
const height = 20;
/** Bars never get wider than this: two categories are two bars, not two blocks. */
const widest = 22;

/** Both distributions at a glance: grey bars of reference, accent ticks of current. */
export function MiniHistogram({ column, spoken }: { readonly column: ColumnReport; readonly spoken: string }): VNode | null {
  const bins = miniBins(column);
  if (bins.length === 0) return null;
  const step = Math.min(widest, width / bins.length);
  const top = (share: number): number => height - 1 - share * (height - 3);
  return (
    <svg class="mini" width={width} height={height} role="img" aria-label={spoken}>
      {bins.map((bin, i) => (
        <rect
          key={`r${i}`}
          class="reference"
          x={i * step}
          width={Math.max(1, step - 1)}
          y={top(bin.reference)}
          height={height - 1 - top(bin.reference)}
        />
      ))}
      {bins.map((bin, i) => (
        <rect key={`c${i}`} class="current" x={i * step} width={Math.max(1, step - 1)} y={top(bin.current) - 0.8} height={1.6} />
      ))}
    </svg>
  );
}
