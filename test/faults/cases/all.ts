import type { FaultCase } from '../faultCase.ts';
import { access } from './access.ts';
import { bombCases } from './bombs.ts';
import { changing } from './changing.ts';
import { damage } from './damage.ts';
import { databases } from './databases.ts';
import { disk } from './disk.ts';
import { emptiness } from './emptiness.ts';
import { encoding } from './encoding.ts';
import { names } from './names.ts';
import { shape } from './shape.ts';
import { sides } from './sides.ts';
import { spanCases } from './spans.ts';
import { values } from './values.ts';
import { wrongFormat } from './wrongFormat.ts';

/** Everything that can be wrong, by kind. */
export const faultCases: Readonly<Record<string, readonly FaultCase[]>> = {
  emptiness,
  shape,
  encoding,
  damage,
  bombs: bombCases,
  wrongFormat,
  names,
  values,
  databases,
  sides,
  spans: spanCases,
  access,
  changing,
  disk,
};
