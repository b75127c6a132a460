/** What the shell is told. Usage errors and data errors are told alike: nothing was decided. */
export const exitCode = { noAlert: 0, alert: 1, error: 3, interrupted: 130 } as const;
