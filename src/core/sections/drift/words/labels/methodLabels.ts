/** Words of the page on the methods and the heads of their tables. */
export const methodLabels = {
  methodRowsMoved: 'rows moved',
  methodRowsMovedLong: 'rows moved (corrected TVD)',
  methodTvd: 'total variation distance',
  methodMissing: 'missing',
  methodMissingLong: 'change of the missing share',
  methodFisher: 'Fisher’s exact test',
  methodBlocks: 'by blocks (Rao–Scott F)',
  methodDesignEffect: 'design effect of the blocks',
  methodDecides: 'decides',
  methodHead: 'method',
  valueHead: 'value',
  limitHead: 'limit',
  pHead: 'p',
  qHead: 'q',
  qLong: 'q, adjusted for all columns tested together',
  methodsOf: 'Methods: {0}, {1}',
} as const;
