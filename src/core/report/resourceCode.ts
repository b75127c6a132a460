import type { Resource } from '../sections/resources/result.ts';

/** The name of a limit on a figure of a resource: `p95(latency_ms)`. */
export function resourceCode(figure: Resource['figures'][number]['of'], column: string): string {
  return `${figure}(${column})`;
}
