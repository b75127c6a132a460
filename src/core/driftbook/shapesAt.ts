import type { Asked } from '../spec/asked.ts';
import type { Path } from '../spec/problem.ts';
import { type AnyShape, type Optional, shapeOf } from '../spec/shape.ts';
import { driftbookShape } from './driftbook.ts';

/** What may stand at a place: a shape, and how the field that has it is described. */
export interface ShapeAt {
  readonly shape: AnyShape;
  readonly asked: Pick<Asked, 'about' | 'help'>;
}

/** What may stand at a path of a driftbook that holds `value`: several shapes where it may be one of several forms, none where nothing may. */
export function shapesAt(value: unknown, path: Path): readonly ShapeAt[] {
  let here: readonly ShapeAt[] = [{ shape: driftbookShape, asked: {} }];
  let held = value;
  for (const part of path) {
    here = here.flatMap((at) => within(at, held).flatMap(({ shape }) => inside(shape, part)));
    held =
      typeof held === 'object' && held !== null && Object.hasOwn(held, part) ? (held as Record<string | number, unknown>)[part] : undefined;
  }
  return here.flatMap((at) => within(at, held));
}

/** The forms that a value of a shape can have: of a variant the one whose name the value has, all where it has none yet. */
export function within({ shape, asked }: ShapeAt, value: unknown): readonly ShapeAt[] {
  const { node } = shape;
  if (node.is === 'orNull') return within({ shape: node.of, asked }, value);
  if (node.is === 'either') return node.of.flatMap((of) => within({ shape: of, asked }, value));
  if (node.is !== 'variant') return [{ shape, asked }];
  const kind = Object.keys(node.of).find((name) => typeof value === 'object' && value !== null && Object.hasOwn(value, name));
  return kind === undefined ? [{ shape, asked }] : within({ shape: node.of[kind]!, asked }, value);
}

function inside({ node }: AnyShape, part: string | number): readonly ShapeAt[] {
  switch (node.is) {
    case 'list':
      return typeof part === 'number' ? [{ shape: node.of, asked: {} }] : [];
    case 'byName':
      return typeof part === 'string' ? [{ shape: node.of, asked: {} }] : [];
    case 'fields':
      return typeof part === 'string' && Object.hasOwn(node.of, part) ? [fieldAt(node.of[part]!)] : [];
    case 'variant':
      return Object.values(node.of).flatMap((of) => inside(of, part));
    default:
      return [];
  }
}

/** What a field may hold. */
export function fieldAt(field: AnyShape | Optional<unknown>): ShapeAt {
  return { shape: shapeOf(field), asked: 'optional' in field ? field : {} };
}
