import type { ComponentChildren, VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { useWidth } from './useWidth.ts';

interface SideBySideProps {
  /** Pixels the first part needs; the second stands beside it only where both have room, else it follows. */
  readonly room: number;
  readonly first: ComponentChildren;
  readonly second: ComponentChildren;
}

const secondRoom = 400 + 28;

/** A table with the pictures of what is chosen in it. */
export function SideBySide({ room, first, second }: SideBySideProps): VNode {
  const split = useRef<HTMLDivElement>(null);
  const beside = useWidth(split) >= room + secondRoom;
  return (
    <div class={beside ? 'split' : 'split stacked'} ref={split} style={{ '--overview': `${room}px` }}>
      <div class="overview">{first}</div>
      {second}
    </div>
  );
}
