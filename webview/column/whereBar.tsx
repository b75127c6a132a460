import type { VNode } from 'preact';

const width = 84;
const height = 14;

/** Shares of both sides as a grey and an accent bar, 0 to 1 of the longest. The figures stand beside it. */
export function WhereBar({ reference, current }: { readonly reference: number; readonly current: number }): VNode {
  return (
    <svg class="mini" width={width} height={height} aria-hidden="true">
      <rect class="reference" x={0} y={1} width={Math.max(1, reference * width)} height={6} />
      <rect class="current" x={0} y={8} width={Math.max(1, current * width)} height={5} />
    </svg>
  );
}
