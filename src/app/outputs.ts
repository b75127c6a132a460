// biome-ignore-all lint/performance/noBarrelFile: the entry of a bundle, whose exports are what both ends take of it.

/*
 * The entry of a bundle of its own (`dist/outputs.cjs`), which holds all that is said and written of a report once for both ends: neither of their
 * bundles carries it, and the extension loads it with the first report or question, not when it is activated. Only what an end uses stands here.
 */
export { cutToWidth } from '../core/render/cutToWidth.ts';
export { displayWidth } from '../core/render/displayWidth.ts';
export { renderJson } from '../core/render/json.ts';
export { renderMarkdown } from '../core/render/markdown.ts';
export { renderText } from '../core/render/text.ts';
export { findingText } from '../core/sections/findingText.ts';
export { measureOfFinding } from '../core/sections/performanceFinding.ts';
export { fitText } from '../core/sections/predictions/words/fitText.ts';
export { pickText } from '../core/sections/predictions/words/pickText.ts';
export { taskText } from '../core/sections/predictions/words/taskText.ts';
export { sayDocument } from '../core/sections/sayDocument.ts';
export { sayReport } from '../core/sections/sayReport.ts';
export { dataText } from '../core/words/dataText.ts';
export { errorText } from '../core/words/errorText.ts';
export { languageOf } from '../core/words/languageOf.ts';
export { capital, measureName } from '../core/words/measures/measureName.ts';
export { problemText } from '../core/words/problemText.ts';
export { progressText } from '../core/words/progressText.ts';
export { sayPlain } from '../core/words/sayPlain.ts';
export { systemReason } from '../core/words/systemReason.ts';
export { driftbookProblemText } from './driftbook/driftbookProblem.ts';
export { reportFile } from './reportFile.ts';
