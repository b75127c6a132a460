import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startOf, startsBetween } from '../../../../src/core/read/chunks/calendar.ts';
import { calendarName } from '../../../../src/core/read/chunks/calendarName.ts';
import { chooseUnit } from '../../../../src/core/read/chunks/chooseUnit.ts';

const at = (iso: string) => Date.parse(iso);

test('units start where a calendar says (ISO 8601 weeks start on Monday)', () => {
  const moment = at('2019-06-05T14:37:00Z'); // a Wednesday
  assert.equal(new Date(startOf(moment, 'hour')).toISOString(), '2019-06-05T14:00:00.000Z');
  assert.equal(new Date(startOf(moment, 'day')).toISOString(), '2019-06-05T00:00:00.000Z');
  assert.equal(new Date(startOf(moment, 'week')).toISOString(), '2019-06-03T00:00:00.000Z');
  assert.equal(new Date(startOf(moment, 'month')).toISOString(), '2019-06-01T00:00:00.000Z');
});

test('weeks before 1970 start on Monday too', () => {
  assert.equal(new Date(startOf(at('1969-12-31T00:00:00Z'), 'week')).toISOString(), '1969-12-29T00:00:00.000Z');
});

test('ISO week names at the turn of a year', () => {
  // ISO 8601: 2018-12-31 lies in week 1 of 2019, 2021-01-03 in week 53 of 2020 (python datetime.isocalendar).
  assert.equal(calendarName(startOf(at('2018-12-31T12:00:00Z'), 'week'), 'week'), '2019-W01');
  assert.equal(calendarName(startOf(at('2021-01-03T12:00:00Z'), 'week'), 'week'), '2020-W53');
});

test('months between two dates, and the bound on their number', () => {
  const months = startsBetween(at('2018-10-30T18:00:00Z'), at('2019-08-29T11:51:16Z'), 'month', 400);
  assert.deepEqual(
    months?.map((m) => calendarName(m, 'month')),
    ['2018-10', '2018-11', '2018-12', '2019-01', '2019-02', '2019-03', '2019-04', '2019-05', '2019-06', '2019-07', '2019-08'],
  );
  assert.equal(startsBetween(0, at('2019-01-01T00:00:00Z'), 'hour', 400), null);
});

test('the unit is the coarsest with six chunks that have the rows', () => {
  assert.equal(chooseUnit(at('2018-11-01T00:00:00Z'), at('2019-08-29T00:00:00Z'), 50_000), 'month');
  assert.equal(chooseUnit(at('2001-02-01T00:00:00Z'), at('2001-02-28T23:00:00Z'), 70_000), 'day');
  assert.equal(chooseUnit(at('2001-02-01T00:00:00Z'), at('2001-02-01T23:59:00Z'), 10_000), 'hour');
  assert.equal(chooseUnit(at('2001-02-01T00:00:00Z'), at('2001-02-28T23:00:00Z'), 300), 'week');
  assert.equal(chooseUnit(at('2001-02-01T00:00:00Z'), at('2001-02-02T00:00:00Z'), 40), null);
});
