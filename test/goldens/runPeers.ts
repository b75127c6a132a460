import { readFileSync } from 'node:fs';
import { datasetAdapter } from './adapters/datasetPeers.ts';
import { differences } from './compare.ts';
import { notBuilt } from './golden.ts';
import { type PeerData, readPeerData } from './peerData.ts';
import { peerAdapters } from './peers.ts';
import type { CaseResult } from './results.ts';

/** One expectation that a peer asserts in its own tests or documents. */
interface PeerCase {
  readonly id: string;
  readonly method: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly params: Readonly<Record<string, unknown>> | null;
  readonly expected: unknown;
  readonly tolerance: { readonly abs?: number; readonly rel?: number };
  readonly expect_mismatch?: boolean;
  readonly note?: string | null;
}

function runCase(peer: PeerCase, data: PeerData | string | undefined): CaseResult {
  const { method, id: name } = peer;
  const adapter = data === undefined ? peerAdapters[method] : datasetAdapter(method);
  if (!adapter) return { method, name, outcome: 'skipped', remarks: [notBuilt(method)] };
  if (typeof data === 'string') return { method, name, outcome: 'skipped', remarks: [`needs data/${data}`] };
  let answer: ReturnType<typeof adapter>;
  try {
    answer = adapter({ name, input: peer.input, params: peer.params ?? {}, expected: peer.expected, ...(data && { data }) });
  } catch (error) {
    return { method, name, outcome: 'failed', remarks: [`threw ${String(error)}`] };
  }
  if (answer.kind === 'skip') return { method, name, outcome: 'skipped', remarks: [answer.reason] };
  const tolerance = { relative: peer.tolerance.rel ?? 0, absolute: peer.tolerance.abs ?? 0 };
  const found = differences(answer.value, peer.expected, tolerance, answer.without);
  if (peer.expect_mismatch) {
    const remark = found.length > 0 ? `mismatch as expected: ${found.join(', ')}` : 'agrees although a mismatch was expected';
    return { method, name, outcome: 'passed', remarks: [remark] };
  }
  return found.length > 0 ? { method, name, outcome: 'failed', remarks: found } : { method, name, outcome: 'passed', remarks: [] };
}

/** Runs a file of the peers' expectations against the product. Data sets are read from `data/` beside the file; cases on others are skipped. */
export async function runPeers(file: string): Promise<CaseResult[]> {
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly PeerCase[] };
  const data = new Map<string, PeerData | string>();
  for (const { dataset } of cases.map(({ input }) => input))
    if (typeof dataset === 'string' && !data.has(dataset)) data.set(dataset, await readPeerData(file, dataset));
  return cases.map((peer) => runCase(peer, typeof peer.input.dataset === 'string' ? data.get(peer.input.dataset) : undefined));
}
