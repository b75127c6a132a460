// biome-ignore-all lint/performance/noBarrelFile: the entry of a bundle, whose exports are what the editor takes of it.

export { datasetSpec } from '../core/driftbook/driftbookSpec.ts';
export { cellFrame } from './driftbook/cellFrame.ts';
/*
 * The entry of a bundle of its own (`dist/driftbookFiles.cjs`): the format of driftbooks and the library that takes YAML apart, which the extension loads with
 * the first driftbook, not when it is activated.
 */
export { cellOutput } from './driftbook/cellOutput.ts';
export { columnAtOffset } from './driftbook/columnAtOffset.ts';
export { driftbookCompletions } from './driftbook/driftbookCompletions.ts';
export { parseDriftbook } from './driftbook/driftbookDocument.ts';
export { changeBound, changedPart, checkAtOffset, meantWord, muteCheck, setColumnRole } from './driftbook/driftbookFixes.ts';
export { driftbookHover } from './driftbook/driftbookHover.ts';
export { driftbookOfReport } from './driftbook/driftbookOfReport.ts';
export { driftbookProblemText } from './driftbook/driftbookProblem.ts';
export { CellRefused, notebookOfBytes, spliceCells } from './driftbook/notebookCells.ts';
export { runDriftbook } from './driftbook/runDriftbook.ts';
export { SpliceRefused } from './driftbook/sourceEdit.ts';
export { lineColumn } from './driftbook/sourceRange.ts';
export { starterDriftbook } from './driftbook/starterDriftbook.ts';
