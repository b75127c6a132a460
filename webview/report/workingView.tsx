import type { VNode } from 'preact';
import type { PageContent } from '../../src/shared/webviewProtocol.ts';
import { Button, ProgressRing } from '../common/controls.ts';
import type { AskHost } from './pageContext.ts';

interface WorkingProps {
  readonly content: Extract<PageContent, { kind: 'working' }>;
  readonly ask: AskHost;
}

/** Work under way: what is being done, how far, and a way out. */
export function WorkingView({ content, ask }: WorkingProps): VNode {
  const { title, detail, share, cancelLabel } = content;
  return (
    <main class="page waiting">
      <h1>{title}</h1>
      <p class="muted" aria-live="polite">
        {detail}
      </p>
      {share === null ? (
        <ProgressRing label={title} />
      ) : (
        <div
          class="progress"
          role="progressbar"
          aria-label={title}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
        >
          <div class="progress-done" style={{ width: `${Math.min(100, Math.max(0, share * 100))}%` }} />
        </div>
      )}
      <Button onClick={() => ask('cancel', null)}>{cancelLabel}</Button>
    </main>
  );
}
