/** The two shared scales of a picture, as encodings that lack their field. */
export interface Plane {
  readonly x: object;
  readonly y: object;
}

/** Where marks stand: by these fields of their datum. */
export function place({ x, y }: Plane, fieldX: string, fieldY: string): { readonly x: object; readonly y: object } {
  return { x: { ...x, field: fieldX }, y: { ...y, field: fieldY } };
}
