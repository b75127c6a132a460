import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trainingReference } from '../../../src/core/roles/trainingReference.ts';
import { sayReport } from '../../../src/core/sections/sayReport.ts';
import { plainText } from '../../../src/core/words/plainText.ts';
import { chinese, english } from '../words/translators.ts';
import { binaryRows, evaluated } from './tables.ts';

const said = (reference: string | null, current: string, referenceIs?: 'training' | 'past') =>
  trainingReference({
    reference: reference === null ? null : { path: reference },
    current: { path: current },
    evaluate: referenceIs === undefined ? {} : { referenceIs },
  });

test('the reference is training data when its name says so, or the spec does', () => {
  assert.equal(said('/data/train.csv', '/data/validation.csv'), 'file_name');
  assert.equal(said('C:\\models\\predictions_train_2024.csv.gz', 'test.csv'), 'file_name');
  assert.equal(said('/data/train/', '/data/test/'), 'file_name');
  assert.equal(said('训练集.csv', '验证集.csv'), 'file_name');
  assert.equal(said('/train/validation.csv', 'today.csv'), null, 'a folder says nothing');
  assert.equal(said('trains_2023.csv', 'trains_2024.csv'), null, 'railways');
  assert.equal(said('train_2023.csv', 'train_2024.csv'), null, 'both are');
  assert.equal(said('train.csv', 'today.csv', 'past'), null);
  assert.equal(said('a.csv', 'b.csv', 'training'), 'given');
  assert.equal(said(null, 'train.csv', 'training'), null);
});

test('differences from training data are named as gaps, with their interval, in both languages', async () => {
  const overfit = await evaluated(
    binaryRows(3000, 5, () => 0.15),
    binaryRows(3000, 6),
    { referenceIs: 'training' },
  );
  assert.equal(overfit.evaluation.training, 'given');
  const text = sayReport(overfit.report, english, 'en');
  assert.match(
    plainText(text.title),
    /^Taken as the target: churned \(ROC AUC 0\.\d\d\)\. The model does worse than on its training data: ROC AUC 0\.\d+ → 0\.\d+, −0\.\d+ \[−0\.\d+, −0\.\d+\], a gap larger/,
  );
  assert.match(
    plainText(text.evaluation!.measures[0]!.sentence),
    /^ROC AUC is worse than on the training data: .*; a gap of 0\.02 is allowed\.$/,
  );
  assert.equal(text.evaluation!.labels.change, 'Gap to training');
  assert.match(
    plainText(sayReport(overfit.report, chinese, 'zh-cn').title),
    /^视为目标的列：churned（ROC AUC 0\.\d\d）。模型表现不如在训练数据上：ROC AUC 0\.\d+ → 0\.\d+，−0\.\d+ /,
  );
  const even = await evaluated(binaryRows(20_000, 7), binaryRows(20_000, 8), { referenceIs: 'training' });
  assert.match(
    plainText(sayReport(even.report, english, 'en').title),
    /^Taken as the target: churned \(ROC AUC 0\.\d\d\)\. No significant gap to the training data: ROC AUC .*; a gap of 0\.\d+ would have been seen\./,
  );
  const past = await evaluated(
    binaryRows(3000, 5, () => 0.15),
    binaryRows(3000, 6),
  );
  assert.match(
    plainText(sayReport(past.report, english, 'en').title),
    /^Taken as the target: churned \(ROC AUC 0\.\d\d\)\. The model got worse: /,
  );
});
