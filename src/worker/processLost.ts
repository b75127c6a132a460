/** The engine's process broke down or was ended from outside. */
export class ProcessLost extends Error {
  /** The signal it ended by; where there are none, its exit code. */
  readonly how: string;
  constructor(how: string) {
    super(`The engine's process ended: ${how}.`);
    this.name = 'ProcessLost';
    this.how = how;
  }
}
