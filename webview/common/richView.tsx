import type { VNode } from 'preact';
import type { RichText } from '../../src/core/report/richText.ts';

/** A sentence in parts, as elements: text stays text whatever it holds. */
export function Rich({ text }: { readonly text: RichText }): VNode {
  return (
    <>
      {text.map((part) => {
        if (typeof part === 'string') return part;
        return 'strong' in part ? <strong>{part.strong}</strong> : <code>{part.code}</code>;
      })}
    </>
  );
}

/** The same sentence without emphasis, for names and titles of elements. */
export function plainText(text: RichText): string {
  return text.map((part) => (typeof part === 'string' ? part : 'strong' in part ? part.strong : part.code)).join('');
}
