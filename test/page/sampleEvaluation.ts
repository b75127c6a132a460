import type { Report } from '../../src/core/report/report.ts';
import type { EvaluateSpec } from '../../src/core/spec/spec.ts';
import { evaluated } from '../unit/pipeline/tables.ts';
import { binaryRows, multiclassRows, regressionRows } from './evaluationRows.ts';

export type SampleKind = 'binary' | 'multiclass' | 'regression' | 'alone' | 'unlabelled';

const referenceFrom = Date.UTC(2018, 0, 1);
const currentFrom = Date.UTC(2018, 6, 1);
const worse = { wrongInLyon: 0.35, lyon: 0.4 };
const people: EvaluateSpec = { segments: ['city', 'plan', 'age', 'sex'], groups: ['sex'] };

/** An evaluation by the product itself of rows made here: twice `rows` over a year, the second half with trouble in one city. */
export async function sampleEvaluation(kind: SampleKind, rows = 4000): Promise<Report> {
  const spec = { chunk: { by: 'month' as const } };
  const costs = { falsePositive: 1, falseNegative: 5 };
  switch (kind) {
    case 'binary': {
      const tables = [binaryRows(rows, 2, currentFrom, worse), binaryRows(rows, 1, referenceFrom)] as const;
      return (await evaluated(...tables, { ...people, costs, limits: { roc_auc: { min: 0.85 } } }, { spec })).report;
    }
    case 'alone':
      return (await evaluated(binaryRows(rows, 2, currentFrom, worse), null, people, { spec })).report;
    case 'unlabelled': {
      const { churned, ...current } = binaryRows(rows, 2, currentFrom, worse);
      return (await evaluated(current, binaryRows(rows, 1, referenceFrom), { target: 'churned', segments: ['city'] }, { spec })).report;
    }
    case 'regression': {
      const tables = [regressionRows(rows, 2, currentFrom, worse), regressionRows(rows, 1, referenceFrom)] as const;
      return (await evaluated(...tables, { target: 'price', prediction: 'predicted_price', segments: ['city', 'plan'] }, { spec })).report;
    }
    case 'multiclass': {
      const tables = [multiclassRows(rows, 2, currentFrom, worse), multiclassRows(rows, 1, referenceFrom)] as const;
      return (await evaluated(...tables, { segments: ['city', 'plan'] }, { spec })).report;
    }
  }
}
