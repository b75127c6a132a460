/** Which way is better. */
export type Direction = 'higher' | 'lower' | 'neither';
