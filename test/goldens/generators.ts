import { mulberry32Uint32 } from '../../src/core/stats/samples/mulberry32.ts';

/** A column described by generator, seed and length instead of by its values. */
interface GeneratorSpec {
  readonly gen: string;
  readonly seed: number;
  readonly n: number;
  readonly seed2?: number;
  readonly k?: number;
  readonly p?: number;
  readonly cum?: readonly number[];
  readonly sep?: number;
  readonly off?: number;
  readonly scale?: number;
  readonly loc?: number;
  readonly round?: number;
}

function integers(seed: number, n: number): Float64Array {
  const next = mulberry32Uint32(seed);
  return Float64Array.from({ length: n }, () => next());
}

function uniform(seed: number, n: number): Float64Array {
  return integers(seed, n).map((v) => v / 4294967296);
}

/** Uniform on the open interval: never 0. */
function open(seed: number, n: number): Float64Array {
  return integers(seed, n).map((v) => (v + 0.5) / 4294967296);
}

/** Nearly normal: twelve uniforms less 6 (Irwin-Hall). */
function irwinHall(seed: number, n: number): Float64Array {
  const u = uniform(seed, 12 * n);
  return Float64Array.from({ length: n }, (_, i) => {
    let sum = u[12 * i]!;
    for (let k = 1; k < 12; k++) sum += u[12 * i + k]!;
    return sum - 6;
  });
}

function draw(spec: GeneratorSpec): Float64Array {
  const { seed, n } = spec;
  const p = spec.p ?? 0;
  switch (spec.gen) {
    case 'uniform':
      return uniform(seed, n);
    case 'ih12':
      return irwinHall(seed, n);
    case 't2':
      return open(seed, n).map((u) => (2 * u - 1) / Math.sqrt(2 * u * (1 - u)));
    case 'pareto1':
      return uniform(seed, n).map((u) => 1 / (1 - u));
    case 'pareto2':
      return uniform(seed, n).map((u) => 1 / Math.sqrt(1 - u));
    case 'int':
      return uniform(seed, n).map((u) => Math.floor(u * spec.k!));
    case 'bern':
      return uniform(seed, n).map((u) => (u < p ? 1 : 0));
    case 'cat':
      return uniform(seed, n).map((u) => spec.cum!.filter((c) => c <= u).length);
    case 'zeroinf': {
      const u = uniform(seed, 2 * n);
      return Float64Array.from({ length: n }, (_, i) => (u[2 * i]! < p ? 0 : 1 / Math.sqrt(1 - u[2 * i + 1]!)));
    }
    case 'scores': {
      const y = uniform(seed, n);
      const z = irwinHall(spec.seed2!, n);
      return Float64Array.from({ length: n }, (_, i) => {
        const v = z[i]! + spec.sep! * (y[i]! < p ? 1 : 0) - spec.off!;
        return 0.5 * (1 + v / Math.sqrt(1 + v * v));
      });
    }
    default:
      throw new Error(`unknown generator ${spec.gen}`);
  }
}

export function isGeneratorSpec(value: unknown): value is GeneratorSpec {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'gen' in value;
}

/** The values of a generator description: the same doubles, bit for bit, as the generator that made the goldens. */
export function expand(spec: GeneratorSpec): Float64Array {
  let x = draw(spec);
  if (spec.scale !== undefined) x = x.map((v) => v * spec.scale!);
  if (spec.loc !== undefined) x = x.map((v) => v + spec.loc!);
  if (spec.round !== undefined) {
    const factor = 10 ** spec.round;
    x = x.map((v) => Math.floor(v * factor + 0.5) / factor);
  }
  return x;
}

/** FNV-1a over the bytes of the doubles, to tell that two platforms made the same column. */
export function fnv1a(values: Float64Array): number {
  let hash = 2166136261;
  for (const byte of new Uint8Array(values.slice().buffer)) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
  return hash >>> 0;
}
