/** Both results; when one fails the other is waited for all the same, so that no work outlives what it belongs to. */
export async function bothOf<A, B>(both: readonly [Promise<A>, Promise<B>]): Promise<[A, B]> {
  await Promise.allSettled(both);
  return Promise.all(both);
}
