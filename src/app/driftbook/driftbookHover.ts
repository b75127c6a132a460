import { cellKinds } from '../../core/driftbook/cells/registry.ts';
import { shapesAt } from '../../core/driftbook/shapesAt.ts';
import type { Path } from '../../core/spec/problem.ts';
import { checkMeasureText } from '../../core/words/measures/checkMeasureText.ts';
import { shapeText } from '../../core/words/shapeText.ts';
import type { Translate } from '../../core/words/translate.ts';
import { parseYaml } from './parseYaml.ts';
import type { SourceRange } from './sourceRange.ts';

/** What is told of a part of a file. */
export interface DriftbookHover {
  readonly range: SourceRange;
  readonly text: string;
}

/** What a name at an offset means, or what the measure there is; null where there is nothing to tell. Linear in the text. */
export function driftbookHover(text: string, offset: number, t: Translate): DriftbookHover | null {
  const { value, places } = parseYaml(text);
  const holds = (range: SourceRange | null): range is SourceRange => range !== null && range.start <= offset && offset <= range.end;
  for (const [written, place] of places) {
    const path = JSON.parse(written) as Path;
    if (holds(place.key)) {
      // The name that says the kind of a cell stands for the cell.
      const isKind = path[0] === 'cells' && path.length === 3 && Object.hasOwn(cellKinds, path[2]!);
      const said = shapesAt(value, isKind ? path.slice(0, 2) : path).map(({ shape, asked }) => shapeText(shape, asked, t));
      const told = said.find((about) => about !== null);
      return told === undefined || told === null ? null : { range: place.key, text: told };
    }
    if (path.at(-1) !== 'measure' || !holds(place.value)) continue;
    const about = checkMeasureText(text.slice(place.value.start, place.value.end).replaceAll(/^["']|["']$/g, ''), t);
    return about === null ? null : { range: place.value, text: `${about}.` };
  }
  return null;
}
