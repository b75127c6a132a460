import type { VNode } from 'preact';

/** Head of a column of a table. */
export interface Head {
  readonly text: string;
  /** Stands to the right, above numbers. */
  readonly numeric?: boolean;
  /** Said by a screen reader alone: the column shows a picture. */
  readonly unseen?: boolean;
}

/** The row of heads of a table. */
export function HeadRow({ heads }: { readonly heads: readonly Head[] }): VNode {
  return (
    <tr>
      {heads.map(({ text, numeric, unseen }, i) => (
        <th scope="col" class={numeric === true ? 'num' : undefined} key={i}>
          {unseen === true ? <span class="unseen">{text}</span> : text}
        </th>
      ))}
    </tr>
  );
}
