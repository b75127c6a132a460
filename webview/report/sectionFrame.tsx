import type { ComponentChildren, VNode } from 'preact';
import type { RichText } from '../../src/core/report/richText.ts';
import { Rich } from '../common/richView.tsx';

interface SectionProps {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly say?: RichText;
  readonly actions?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** A numbered section on a hair-line: title, quiet actions, a sentence that says what was found, and the picture. */
export function Section({ id, number, title, say, actions, children }: SectionProps): VNode {
  return (
    <section aria-labelledby={`${id}-title`} class="section" id={id} tabIndex={-1}>
      <div class="section-head">
        <span class="section-number" aria-hidden="true">
          {number}
        </span>
        <h2 id={`${id}-title`}>{title}</h2>
        <div class="section-actions">{actions}</div>
      </div>
      {say !== undefined && say.length > 0 && (
        <p class="say">
          <Rich text={say} />
        </p>
      )}
      <div class="section-body">{children}</div>
    </section>
  );
}
