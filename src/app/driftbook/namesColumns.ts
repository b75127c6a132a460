import type { Path } from '../../core/spec/problem.ts';

/** Fields whose values are names of columns, alone or in a list. */
const ofColumns = new Set(['target', 'prediction', 'score', 'user', 'item', 'relevance', 'timestamp', 'group']);
const lists = new Set(['segments', 'groups', 'resources', 'include', 'ignore']);
const byColumn = new Set(['importance', 'roles', 'types']);

/** Whether what stands at a path of a driftbook is the name of a column of the data: a value, or a name of an object by names. */
export function namesColumns(path: Path): boolean {
  const [first, second, third, fourth, fifth] = path;
  if (first === 'columns') {
    if (path.length === 2) return ofColumns.has(String(second));
    return path.length === 3 && (lists.has(String(second)) || byColumn.has(String(second)) || second === 'scores');
  }
  if (first === 'labels') return second === 'key';
  if (first !== 'cells' || typeof second !== 'number') return false;
  if (third === 'checks') return (fifth === 'columns' || fifth === 'slices') && path.length === 6;
  return fourth === 'columns';
}
