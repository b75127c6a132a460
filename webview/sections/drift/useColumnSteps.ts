import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { ColumnReport } from '../../../src/core/sections/drift/result.ts';
import { usePage } from '../../report/pageContext.ts';

/** Steps to the column above or below the chosen one, also by Alt and the arrow keys wherever the focus is. */
export function useColumnSteps(columns: readonly ColumnReport[]): (by: number) => void {
  const page = usePage();
  const { state } = page;
  const step = (by: number): void => {
    const at = columns.findIndex((column) => column.name === state.column);
    const next = columns[at < 0 ? 0 : at + by];
    if (next !== undefined) page.select(next.name, state.chunk);
  };
  const latestStep = useRef(step);
  latestStep.current = step;
  const onStep = useCallback((by: number) => latestStep.current(by), []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      onStep(event.key === 'ArrowUp' ? -1 : 1);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return onStep;
}
