import type { VNode } from 'preact';
import type { PageContent } from '../../src/shared/webviewProtocol.ts';
import { Button } from '../common/controls.ts';
import type { AskHost } from './pageContext.ts';

interface FailedProps {
  readonly content: Extract<PageContent, { kind: 'failed' }>;
  readonly ask: AskHost;
}

/** A comparison that could not be made: what happened, and what can be done about it. */
export function FailedView({ content, ask }: FailedProps): VNode {
  return (
    <main class="page waiting">
      <h1>{content.title}</h1>
      <p class="detail" role="alert">
        {content.detail}
      </p>
      <div class="actions">
        {content.actions.map((action, index) => (
          <Button key={action.id} primary={index === 0} onClick={() => ask(action.id === 'retry' ? 'retry' : 'cancel', null)}>
            {action.label}
          </Button>
        ))}
      </div>
    </main>
  );
}
