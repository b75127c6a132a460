import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RowQuery } from '../../src/core/data/rowsPage.ts';
import type { ChunkSpec, ComparisonSpec, ProfileName, Role } from '../../src/core/spec/spec.ts';
import { hostileFile } from './hostileFile.ts';
import { mutate } from './mutate.ts';
import { type Random, randomOf } from './random.ts';

const folder = fileURLToPath(new URL('../fixtures/fuzz/', import.meta.url));

/** Whole files, one or more for every format. */
const corpus = readdirSync(folder)
  .sort()
  .map((name) => ({ name, bytes: readFileSync(folder + name) }));

const columns = ['id', 'price', 'kind', 'when', 'paid', 'tags', 'at', '', 'nothing', '__proto__', '"; DROP TABLE x; --'];
const roles: readonly Role[] = ['feature', 'target', 'prediction', 'score', 'timestamp', 'id', 'segment', 'weight', 'ignore'];
const kinds = ['number', 'boolean', 'text', 'timestamp'] as const;
const profiles: readonly ProfileName[] = ['default', 'strict', 'sensitive'];

export interface FuzzFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Everything one run is given; made from its seed alone. */
export interface FuzzCase {
  readonly seed: number;
  readonly reference: readonly FuzzFile[];
  readonly current: readonly FuzzFile[];
  readonly spec: Omit<ComparisonSpec, 'reference' | 'current'>;
  readonly query: RowQuery;
  readonly memoryLimitMb: number;
  readonly threads: number;
  /** Cancelled after so many messages of progress; null: not at all. */
  readonly cancelAfter: number | null;
}

export function randomCase(seed: number): FuzzCase {
  const random = randomOf(seed);
  const whole = random.pick(corpus);
  const broken = random.chance(0.7) ? random.pick(corpus) : whole;
  const other = random.pick(corpus).bytes;
  // Mostly one broken side, now and then one made to do harm; now and then a name that does not fit, or a dataset of parts.
  const crafted = random.chance(0.05) ? hostileFile(random) : null;
  const mutated =
    crafted !== null
      ? { name: crafted.name, bytes: random.chance(0.3) ? mutate(crafted.bytes, other, random) : crafted.bytes }
      : { name: random.chance(0.05) ? random.pick(corpus).name : broken.name, bytes: mutate(broken.bytes, other, random) };
  const parts = random.chance(0.1) ? [{ ...broken }, { ...mutated }] : [mutated];
  const sides: [FuzzFile[], FuzzFile[]] = random.chance(0.5) ? [[whole], parts] : [parts, [whole]];
  if (random.chance(0.05)) sides[random.below(2)] = parts;
  return {
    seed,
    reference: sides[0],
    current: sides[1],
    spec: randomSpec(random),
    query: randomQuery(random),
    memoryLimitMb: random.pick([128, 512, 1024]),
    threads: 1 + random.below(4),
    cancelAfter: random.chance(0.05) ? random.below(12) : null,
  };
}

function randomSpec(random: Random): FuzzCase['spec'] {
  if (random.chance(0.4)) return {};
  const some = (most: number): string[] => Array.from({ length: random.below(most) }, () => random.pick(columns));
  const record = <T>(values: () => T): Record<string, T> => Object.fromEntries(some(3).map((name) => [name, values()]));
  return {
    columns: {
      ...(random.chance(0.1) ? { include: some(5) } : {}),
      ...(random.chance(0.2) ? { ignore: some(3) } : {}),
      ...(random.chance(0.3) ? { roles: record(() => random.pick(roles)) } : {}),
      ...(random.chance(0.3) ? { types: record(() => random.pick(kinds)) } : {}),
      ...(random.chance(0.3) ? { timestamp: random.chance(0.3) ? null : random.pick(columns) } : {}),
      ...(random.chance(0.2) ? { group: random.pick(columns) } : {}),
      ...(random.chance(0.2) ? { limits: record(() => random.next()) } : {}),
      ...(random.chance(0.1) ? { weights: record(() => random.below(10)) } : {}),
    },
    ...(random.chance(0.5) ? { chunk: randomChunk(random) } : {}),
    ...(random.chance(0.3) ? { profile: random.pick(profiles) } : {}),
    ...(random.chance(0.1) ? { nullValues: [random.pick(['', '0', "'", 'red', '\\', ','])] } : {}),
  };
}

function randomChunk(random: Random): ChunkSpec {
  const many = 1 + random.below(random.pick([3, 50, 100_000]));
  return random.pick<ChunkSpec>([
    { by: random.pick(['auto', 'none', 'hour', 'day', 'week', 'month'] as const) },
    { rows: many },
    { count: many },
  ]);
}

function randomQuery(random: Random): RowQuery {
  return {
    column: random.pick(columns),
    selection: random.pick<RowQuery['selection']>([
      { kind: 'range', from: random.chance(0.3) ? null : random.next() * 50, to: random.chance(0.3) ? null : 50 + random.next() * 50 },
      { kind: 'category', value: random.pick(['red', '', "'; --"]) },
      { kind: 'missing' },
    ]),
    window: random.chance(0.5) ? null : { kind: 'rows', from: random.below(20), to: 20 + random.below(1e9) },
    offset: random.below(3) * 10,
    limit: 1 + random.below(100),
  };
}
