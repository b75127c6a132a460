import type { ComponentChildren, VNode } from 'preact';

interface LinkProps {
  readonly onClick: () => void;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly title?: string;
  /** For a screen reader, where the words alone do not say of what. Begins with them. */
  readonly name?: string;
  readonly children: ComponentChildren;
}

/** A quiet action that looks like a link and is a button. */
export function Link({ onClick, pressed, expanded, title, name, children }: LinkProps): VNode {
  return (
    <button type="button" class="link" onClick={onClick} aria-pressed={pressed} aria-expanded={expanded} title={title} aria-label={name}>
      {children}
    </button>
  );
}
