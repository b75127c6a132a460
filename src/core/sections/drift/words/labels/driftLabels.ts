/** Words of the page on the sections on what moved, and the table of columns. */
export const driftLabels = {
  driftTitle: 'What moved, and since when',
  driftTitleNoTime: 'What moved',
  columnsTitle: 'Columns',
  columnsTable: 'Table of columns',
  glanceHead: 'reference and current',
  movedHead: 'rows moved',
  typicalHead: 'median / top',
  missingHead: 'missing',
  notTestedTitle: 'Not tested ({0})',
  reasonHead: 'why',
} as const;
