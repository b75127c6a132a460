const refuse = (): Promise<never> => Promise.reject(new Error('A chart must not load anything.'));

/** A Vega loader that loads nothing: charts carry their data with them. */
export const offlineLoader = { options: {}, load: refuse, sanitize: refuse, http: refuse, file: refuse };
