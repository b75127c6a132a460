import type { VNode } from 'preact';
import type { RichText } from '../../src/core/report/richText.ts';
import { Rich } from './richView.tsx';

/** Title of a part of a section, and what is said of it. */
export function BlockHead({ title, say }: { readonly title: string; readonly say: RichText | null }): VNode {
  return (
    <>
      <h3>{title}</h3>
      {say !== null && say.length > 0 && (
        <p class="block-say">
          <Rich text={say} />
        </p>
      )}
    </>
  );
}
