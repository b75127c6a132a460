/** Words of the page on copying and saving tables and pictures. */
export const copyLabels = {
  copyAs: 'copy as …',
  copyCsv: 'CSV',
  copyTsv: 'TSV, for a spreadsheet',
  copyMarkdown: 'Markdown table',
  copyPng: 'picture (PNG)',
  copySvg: 'drawing (SVG)',
  copied: 'copied',
  copyFailed: 'could not be copied',
  saveSvg: 'save as SVG',
  savePng: 'save as PNG',
} as const;
