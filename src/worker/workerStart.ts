/** What a worker is started with. */
export interface WorkerStart {
  /** How long an opened comparison is kept after its last use. */
  readonly keepMs: number;
}
