/** What a worker is started with: the engine, or a thread that computes columns for it. */
export type WorkerStart =
  | {
      readonly role: 'engine';
      /** How long an opened comparison is kept after its last use. */
      readonly keepMs: number;
    }
  | { readonly role: 'columns' };
