/** What went wrong in the page. */
export interface Trouble {
  readonly what: 'csp' | 'error';
  readonly detail: string;
}

/** Tells `report` of every breach of the content security policy and every error nobody caught. */
export function watchTrouble(report: (trouble: Trouble) => void): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    report({
      what: 'csp',
      detail: `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
    });
  });
  window.addEventListener('error', (event) => {
    // The browser's own note that a size change waits for the next frame: harmless, and nobody can act on it.
    if (event.message.startsWith('ResizeObserver loop')) return;
    report({ what: 'error', detail: event.error instanceof Error ? (event.error.stack ?? event.message) : event.message });
  });
  window.addEventListener('unhandledrejection', (event) => {
    const reason: unknown = event.reason;
    report({ what: 'error', detail: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) });
  });
}
