import type { EvaluateSpec, EvaluationTask, MeasureLimit } from '../core/report/spec.ts';
import { sayPlain } from '../core/words/sayPlain.ts';
import type { Translate } from '../core/words/translate.ts';
import { type CompareRequest, choice, requestOf, wholeNumber } from './compareRequest.ts';
import type { OptionName } from './optionTable.ts';
import { assignments, names } from './optionValues.ts';
import type { Arguments } from './readArguments.ts';
import { UsageError } from './usageError.ts';

const tasks = ['binary', 'multiclass', 'regression', 'ranking'] as const;

/** What `driftbook evaluate` is asked to do; what is wrong with the options is told in words. */
export function evaluateRequest(args: Arguments, t: Translate): CompareRequest {
  const [current, ...more] = args.words;
  if (current === undefined) throw new UsageError(t('A dataset of predictions is needed: driftbook evaluate CURRENT'));
  if (more.length > 0) {
    throw new UsageError(sayPlain(t, 'Only one dataset is evaluated; {0} is one too many. Name the reference with --reference.', more[0]!));
  }
  const request = requestOf({ reference: args.values.get('reference')?.at(-1) ?? null, current }, args, t);
  return { ...request, spec: { ...request.spec, evaluate: evaluateSpec(args, t) } };
}

function evaluateSpec(args: Arguments, t: Translate): EvaluateSpec {
  const last = (name: OptionName): string | undefined => args.values.get(name)?.at(-1);
  const column = (name: 'target' | 'prediction' | 'user' | 'item' | 'relevance'): { readonly [key: string]: string | null } => {
    const value = last(name);
    return value === undefined ? {} : { [name]: value === 'none' ? null : value };
  };
  const task = last('task');
  const referenceIs = last('reference-is');
  const threshold = last('threshold');
  const k = last('k');
  const cost = last('cost');
  const positive = last('positive');
  const segments = args.values.get('segments')?.flatMap(names);
  const groups = args.values.get('groups')?.flatMap(names);
  const resources = args.values.get('resource')?.flatMap(names);
  const limits = limitsOf(args.values.get('require') ?? [], t);
  return {
    ...(task === undefined ? {} : { task: choice<EvaluationTask>('--task', task, tasks, t) }),
    ...(referenceIs === undefined ? {} : { referenceIs: choice('--reference-is', referenceIs, ['training', 'past'] as const, t) }),
    ...column('target'),
    ...column('prediction'),
    ...scoresOf(args.values.get('score') ?? [], t),
    ...(positive === undefined ? {} : { positive }),
    ...(threshold === undefined ? {} : { threshold: number('threshold', threshold, t) }),
    ...column('user'),
    ...column('item'),
    ...column('relevance'),
    ...(k === undefined ? {} : { k: wholeNumber('k', k, 10, 1, t) }),
    ...(segments === undefined ? {} : { segments }),
    ...(groups === undefined ? {} : { groups }),
    ...(resources === undefined ? {} : { resources: resources.filter((name) => name !== 'none') }),
    ...(cost === undefined ? {} : { costs: costsOf(cost, t) }),
    ...(limits === null ? {} : { limits }),
  };
}

/** One score column, or `CLASS=COLUMN` for each class. */
function scoresOf(texts: readonly string[], t: Translate): Pick<EvaluateSpec, 'score' | 'scores'> {
  const last = texts.at(-1);
  if (last === undefined) return {};
  if (!texts.some((text) => text.includes('='))) return { score: last === 'none' ? null : last };
  return { scores: Object.fromEntries(texts.map((text) => assignments('score', text, t))) };
}

function costsOf(text: string, t: Translate): { falsePositive: number; falseNegative: number } {
  const match = /^\s*FP\s*=\s*(\d+(?:\.\d+)?)\s*,\s*FN\s*=\s*(\d+(?:\.\d+)?)\s*$/i.exec(text);
  if (match === null) throw new UsageError(sayPlain(t, '--cost {0}: write it as FP=1,FN=5.', text));
  return { falsePositive: Number(match[1]), falseNegative: Number(match[2]) };
}

function limitsOf(texts: readonly string[], t: Translate): Record<string, MeasureLimit> | null {
  const limits: Record<string, MeasureLimit> = {};
  for (const text of texts) {
    const match = /^(?:(drop)\s*\(\s*([a-z0-9_]+)\s*\)|([a-z0-9_]+|(?:mean|median|p95)\(.+\)))\s*(>=|<=)\s*(-?\d+(?:\.\d+)?)\s*(%?)$/.exec(
      text.trim(),
    );
    const [, drop, dropped, plain, sign, digits, percent] = match ?? [];
    if (match === null || (drop !== undefined && sign !== '<=')) {
      throw new UsageError(sayPlain(t, '--require {0}: write it as roc_auc>=0.78, mae<=40 or drop(f1)<=0.02.', text));
    }
    const value = Number(digits) / (percent === '%' ? 100 : 1);
    const name = dropped ?? plain!;
    limits[name] = { ...limits[name], ...(drop === undefined ? (sign === '>=' ? { min: value } : { max: value }) : { maxDrop: value }) };
  }
  return Object.keys(limits).length === 0 ? null : limits;
}

function number(name: OptionName, text: string, t: Translate): number {
  const value = /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/i.test(text.trim()) ? Number(text) : Number.NaN;
  if (Number.isFinite(value)) return value;
  throw new UsageError(sayPlain(t, '--{0} can be a number, not {1}.', name, text));
}
