/** What the editor gives a page to talk to its host. */
export interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare const acquireVsCodeApi: (() => VsCodeApi) | undefined;

let api: VsCodeApi | null = null;

/** Whether the page is shown by the editor; else it is a file of its own in a browser. */
export function hasHost(): boolean {
  return typeof acquireVsCodeApi === 'function';
}

/** The editor's interface. It may be asked for only once per page, so it is kept. Without a host nothing outlives the page. */
export function vscodeApi(): VsCodeApi {
  api ??= typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : alone();
  return api;
}

function alone(): VsCodeApi {
  let state: unknown = null;
  return {
    postMessage: () => undefined,
    getState: () => state,
    setState: (next) => {
      state = next;
    },
  };
}
