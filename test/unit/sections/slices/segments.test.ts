import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numericSegment } from '../../../../src/core/read/segments/numericSegment.ts';
import { readableEdges } from '../../../../src/core/read/segments/readableEdges.ts';
import { countInBins } from '../../../../src/core/stats/samples/quantileBins.ts';
import { categorySegment } from '../../../oracles/categorySegment.ts';
import { rateLoss } from '../../../oracles/rateLoss.ts';
import { normals } from './sampleSegments.ts';

test('readable edges: short numbers, shares within a tenth of a bin of equal', () => {
  const normal = normals(5);
  for (const [scale, offset] of [
    [1, 0],
    [1234.5, 40000],
    [1e-6, 0],
    [3e9, -1e10],
  ] as const) {
    const sorted = Float64Array.from({ length: 20000 }, () => offset + scale * normal()).sort();
    const edges = readableEdges(sorted, 5);
    assert.equal(edges.length, 4);
    for (const count of countInBins(sorted, Float64Array.from(edges)))
      assert.ok(Math.abs(count / 20000 - 0.2) <= 0.0401, `${edges}: ${count}`);
    for (const edge of edges) assert.ok(edge.toExponential().replace(/e.*|[-.]/g, '').length <= 3, String(edge));
  }
});

test('readable edges: whole numbers stay whole, constants and nothing have none, many equal values merge', () => {
  const ages = Float64Array.from({ length: 900 }, (_, i) => 18 + (i % 60)).sort();
  for (const edge of readableEdges(ages, 5)) assert.ok(Number.isInteger(edge));
  assert.deepEqual(readableEdges(new Float64Array(9).fill(3), 5), []);
  assert.deepEqual(readableEdges(new Float64Array(0), 5), []);
  const mostlyZero = Float64Array.from({ length: 1000 }, (_, i) => (i < 900 ? 0 : i)).sort();
  assert.deepEqual(readableEdges(mostlyZero, 5), [0]);
});

test('numeric segment: bins of the reference on both sides, upper edge inside, missing apart', () => {
  const reference = Array.from({ length: 1000 }, (_, i) => i / 10);
  const { reference: a, current: b } = numericSegment('x', reference, [-5, 20, 20.1, 1e9, null, Number.NaN]);
  assert.deepEqual(a.groups, b.groups);
  assert.deepEqual(a.groups, [
    { kind: 'range', above: null, upTo: 20 },
    { kind: 'range', above: 20, upTo: 40 },
    { kind: 'range', above: 40, upTo: 60 },
    { kind: 'range', above: 60, upTo: 80 },
    { kind: 'range', above: 80, upTo: null },
    { kind: 'missing' },
  ]);
  assert.deepEqual([...b.codes], [0, 0, 1, 4, 5, 5]);
});

test('numeric segment: few values are groups of their own; a reference without numbers takes the bins of current', () => {
  const { current } = numericSegment('x', [1, 2, 1], [3, 1, 2]);
  assert.deepEqual(
    current.groups.map((g) => (g.kind === 'value' ? g.value : g.kind)),
    ['1', '2', '3'],
  );
  assert.deepEqual([...current.codes], [2, 0, 1]);
  const late = numericSegment(
    'x',
    [null],
    Array.from({ length: 100 }, (_, i) => i),
  );
  assert.equal(late.current.groups.length, 6);
  assert.deepEqual([...late.reference.codes], [5]);
});

test('category segment: the largest on either side, the rest together, ties by text', () => {
  const reference = [...Array(50).fill('a'), ...Array(30).fill('b'), ...Array(10).fill('c'), 'd', 'e', 'f', null];
  const current = [...Array(40).fill('new'), ...Array(5).fill('a'), 'g'];
  const { reference: r, current: c } = categorySegment('x', reference, current, 3);
  assert.deepEqual(r.groups, [
    { kind: 'value', value: 'new' },
    { kind: 'value', value: 'a' },
    { kind: 'value', value: 'b' },
    { kind: 'other', values: 5 },
    { kind: 'missing' },
  ]);
  assert.equal(r.codes[93], 4);
  assert.equal(r.codes[80], 3);
  assert.equal(c.codes[0], 0);
  assert.equal(c.codes[45], 3);
  const tied = categorySegment('x', ['z', 'y', 'x', 'w'], [], 2);
  assert.deepEqual(tied.reference.groups.slice(0, 2), [
    { kind: 'value', value: 'w' },
    { kind: 'value', value: 'x' },
  ]);
  assert.equal(categorySegment('x', ['a', 'b', 'c'], [], 2).reference.groups.length, 3, 'one left over keeps its name');
});

test('rate loss: 1 − mean over its denominator is the rate', () => {
  const actual = [1, 1, 1, 0, 0, 0, 0, null];
  const predicted = [1, 1, 0, 1, 0, 0, null, 1];
  const rate = (metric: Parameters<typeof rateLoss>[0]) => {
    const loss = rateLoss(metric, actual, predicted).filter(Number.isFinite);
    return [loss.length - loss.reduce((t, x) => t + x, 0), loss.length];
  };
  assert.deepEqual(rate('accuracy'), [4, 6]);
  assert.deepEqual(rate('precision'), [2, 3]);
  assert.deepEqual(rate('recall'), [2, 3]);
  assert.deepEqual(rate('specificity'), [2, 3]);
  assert.deepEqual(rate('npv'), [2, 3]);
});
