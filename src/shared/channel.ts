/** A way to another thread or page: a worker's port, a webview. Messages arrive in order. */
export interface Channel {
  post(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  /** Returns the function that stops listening. */
  onMessage(listener: (message: unknown) => void): () => void;
}
