import { studyColumns } from './columns.ts';
import { simulateDays, simulateRows } from './simulate.ts';

/** A threshold the product must meet. */
interface Threshold {
  readonly what: string;
  readonly limit: number;
  readonly measured: number;
  readonly at: 'most' | 'least';
}

const percent = (x: number) => `${(100 * x).toFixed(2)} %`;

/** Measures false alarms and power of the product's default rule on seeded simulations. `--quick` takes fewer reports. */
function main(args: readonly string[]): void {
  const quick = args.includes('--quick');
  const reports = (full: number, few: number) => (quick ? few : full);
  const columns = studyColumns();
  const started = performance.now();
  const rows = (n: number, shift: number, count: number, seed: number) =>
    simulateRows(columns, { reports: count, n, m: n, shift, moving: shift > 0 ? 3 : 0, seed });

  const small = rows(500, 0, 400, 11);
  const large = rows(5000, 0, reports(200, 40), 12);
  const mediumLarge = rows(5000, 0.25, reports(120, 20), 13);
  const mediumSmall = rows(500, 0.25, reports(300, 100), 14);
  const strongSmall = rows(500, 0.5, reports(300, 100), 15);
  const days = simulateDays({ reports: 40, tau: 0.1, seed: 16 });

  const thresholds: Threshold[] = [
    { what: `A/A 500/500, ${small.reports} reports: reports with an alert`, measured: small.falseReports, limit: 0.09, at: 'most' },
    { what: `A/A 500/500, ${small.reports} reports: columns with an alert`, measured: small.falseColumns, limit: 0.005, at: 'most' },
    { what: `A/A 5000/5000, ${large.reports} reports: reports with an alert`, measured: large.falseReports, limit: 0.03, at: 'most' },
    { what: `Power 5000/5000, d 0.25, ${mediumLarge.reports} reports`, measured: mediumLarge.power, limit: 0.98, at: 'least' },
    { what: `Power 500/500, d 0.25, ${mediumSmall.reports} reports`, measured: mediumSmall.power, limit: 0.7, at: 'least' },
    { what: `Power 500/500, d 0.5, ${strongSmall.reports} reports`, measured: strongSmall.power, limit: 0.99, at: 'least' },
    {
      what: `Day effects 0.1, by day, ${days.byDay.reports} reports with an alert`,
      measured: days.byDay.falseReports,
      limit: 0.15,
      at: 'most',
    },
  ];
  let missed = 0;
  for (const { what, limit, measured, at } of thresholds) {
    const met = at === 'most' ? measured <= limit : measured >= limit;
    if (!met) missed++;
    console.log(
      `${what.padEnd(58)} at ${at.padEnd(5)} ${percent(limit).padStart(8)}  measured ${percent(measured).padStart(8)}  ${met ? 'met' : 'MISSED'}`,
    );
  }
  console.log(`Day effects 0.1 judged row by row, for comparison: ${percent(days.byRow.falseReports)} of reports with an alert`);
  console.log(
    `False alarms beside real ones, columns: ${percent(mediumSmall.falseColumns)} (500/500), ${percent(mediumLarge.falseColumns)} (5000/5000)`,
  );
  console.log(`${thresholds.length - missed} met, ${missed} missed, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (missed > 0) process.exitCode = 1;
}

main(process.argv.slice(2));
