const muted = 'var(--db-muted)';
const line = 'var(--db-grid)';

/** Colours of marks: grey is reference, accent is current, warm is over the limit, everywhere. */
export const markColours = {
  reference: 'var(--db-ref)',
  referenceLine: 'var(--db-ref-line)',
  current: 'var(--db-cur)',
  alert: 'var(--db-alert)',
  name: 'var(--db-fg)',
  watch: 'var(--db-watch)',
  line,
  chosen: 'var(--db-chosen)',
  page: 'var(--db-card)',
} as const;

/** Colour of the lines and points of a side. */
export function sideColour(side: 'reference' | 'current'): string {
  return side === 'reference' ? markColours.referenceLine : markColours.current;
}

/** One look for every chart. CSS variables let a chart follow the editor's theme without being drawn again. */
export const chartConfig = {
  background: 'transparent',
  font: 'sans-serif',
  view: { stroke: null, fill: null },
  axis: {
    labelColor: muted,
    titleColor: muted,
    labelFontSize: 11,
    titleFontSize: 11,
    titleFontWeight: 'normal',
    domainColor: line,
    tickColor: line,
    gridColor: line,
    tickSize: 4,
    labelPadding: 4,
    labelFlush: false,
  },
  axisY: { domain: false, ticks: false, tickCount: 3 },
  axisX: { grid: false, tickCount: 6 },
  legend: { labelColor: muted, titleColor: muted },
  header: { labelColor: muted, titleColor: muted },
  title: { color: muted, subtitleColor: muted },
  text: { color: muted, fontSize: 11 },
  rule: { color: muted },
  line: { color: 'var(--db-cur)' },
  point: { color: 'var(--db-cur)' },
  bar: { color: 'var(--db-ref)' },
  area: { color: 'var(--db-ref)' },
  rect: { stroke: line },
} as const;
