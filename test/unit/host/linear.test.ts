import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnNamed } from '../../../src/core/report/columnNamed.ts';
import { headerOffsets } from '../../../src/host/problems/headerOffsets.ts';
import { numberOf } from '../../../src/host/questions/measureBoundInput.ts';
import { shareOf } from '../../../src/host/questions/percentInput.ts';
import { plainFileName } from '../../../src/host/questions/plainFileName.ts';
import { column, report } from '../words/makeReport.ts';

/** Processor time in milliseconds, the least of three: other work on the machine only adds to it. */
function cpu(act: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const begun = process.cpuUsage();
      act();
      const { user, system } = process.cpuUsage(begun);
      return (user + system) / 1000;
    }),
  );
}

/** Fails when eight times the text takes more than 24 times as long: quadratic work takes 64 times as long. */
function linear(name: string, act: (size: number) => () => unknown, size: number): void {
  act(size / 8)();
  const [small, large] = [cpu(act(size / 8)), cpu(act(size))];
  assert.ok(large < 24 * small + 20, `${name}: ${small.toFixed(1)} ms, eight times as much ${large.toFixed(1)} ms`);
}

test('a long name of a column becomes the name of a file at once', () => {
  for (const piece of ['-', '.', '-.', ' -', 'a-', '\u0301', '/'])
    linear(
      JSON.stringify(piece),
      (size) => {
        const text = `a${piece.repeat(size / piece.length)}x`;
        return () => plainFileName(text);
      },
      80_000,
    );
  assert.equal(plainFileName(`${'-'.repeat(300)}a${'.'.repeat(80)}`), 'a');
  assert.equal(plainFileName(`${'a'.repeat(79)}..b`), 'a'.repeat(79), 'no dot at the end after the cut');
  assert.equal([...plainFileName('𝒳'.repeat(100))].length, 80, 'no letter is cut in two');
});

test('numbers as people type them', () => {
  for (const text of ['1'.repeat(1000), '1.'.repeat(500)]) {
    linear(`shareOf ${text.slice(0, 3)}`, (size) => () => shareOf(`${text.repeat(Math.ceil(size / 1000))}x`), 40_000);
    linear(`numberOf ${text.slice(0, 3)}`, (size) => () => numberOf(`${text.repeat(Math.ceil(size / 1000))}x`), 40_000);
  }
});

test('cells of a header of many columns are found at once', () => {
  linear(
    'headerOffsets',
    (size) => {
      const columns = Array.from({ length: size }, (_, i) => `column ${i} `);
      const bytes = new TextEncoder().encode(columns.join(','));
      return () => assert.equal(headerOffsets(bytes, columns, true).size, size);
    },
    16_000,
  );
});

test('the column of each finding of a wide report is found at once', () => {
  linear(
    'columnNamed',
    (size) => {
      const columns = Array.from({ length: size }, (_, i) => column(`column ${i}`));
      const of = report(columns);
      return () => {
        for (const one of columns) assert.equal(columnNamed(of, one.name), one);
      };
    },
    16_000,
  );
  const twice = [column('a'), column('a')];
  assert.equal(columnNamed(report(twice), 'a'), twice[0]);
  assert.equal(columnNamed(report(twice), '__proto__'), undefined);
});
