import type { ComponentChildren, VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { type Page, PageContext } from './pageContext.ts';

interface SteadyPartProps {
  readonly page: Page;
  /** All of the page that the part shows: as long as these are the same, neither it nor anything in it is drawn again. Always as many. */
  readonly shows: readonly unknown[];
  readonly children: ComponentChildren;
}

/** A part of the page that shows only some of its state: a letter typed into the filter is not about the table of columns. */
export function SteadyPart({ page, shows, children }: SteadyPartProps): VNode {
  return useMemo(() => <PageContext.Provider value={page}>{children}</PageContext.Provider>, shows);
}
