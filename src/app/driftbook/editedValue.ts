import { type Content, type SourceEdit, SpliceRefused } from './sourceEdit.ts';

/** What a value is after an edit. `read` gives what a text says. Throws `SpliceRefused` where nothing stands at the path. */
export function editedValue(value: unknown, edit: SourceEdit, read: (source: string) => unknown): unknown {
  const contentOf = (content: Content): unknown => ('value' in content ? content.value : read(content.source));
  switch (edit.edit) {
    case 'set':
      return at(value, edit.path, () => contentOf(edit.content));
    case 'insert':
      return at(value, edit.path, (list) => {
        const items = itemsOf(list ?? []);
        return items.toSpliced(within(edit.index, items.length + 1), 0, contentOf(edit.content));
      });
    case 'move':
      return at(value, edit.path, (list) => {
        const items = itemsOf(list);
        return items.toSpliced(within(edit.from, items.length), 1).toSpliced(within(edit.to, items.length), 0, items[edit.from]);
      });
    case 'remove': {
      const last = edit.path.at(-1);
      return at(value, edit.path.slice(0, -1), (around) => {
        if (typeof last === 'number') return itemsOf(around).toSpliced(within(last, itemsOf(around).length), 1);
        if (typeof around !== 'object' || around === null || last === undefined || !Object.hasOwn(around, last))
          throw new SpliceRefused('place');
        return Object.fromEntries(Object.entries(around).filter(([key]) => key !== last));
      });
    }
  }
}

function at(value: unknown, path: SourceEdit['path'], change: (value: unknown) => unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return change(value);
  if (typeof first === 'number') {
    const items = itemsOf(value);
    return items.with(within(first, items.length), at(items[first], rest, change));
  }
  // A field of a field that is not there yet.
  if (value === undefined) return at({}, path, change);
  if (value !== null && typeof value !== 'object') throw new SpliceRefused('place');
  const entries = new Map(Object.entries(value ?? {}));
  entries.set(first, at(entries.get(first), rest, change));
  return Object.fromEntries(entries);
}

function itemsOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new SpliceRefused('place');
  return value;
}

function within(index: number, length: number): number {
  if (!Number.isInteger(index) || index < 0 || index >= length) throw new SpliceRefused('place');
  return index;
}
