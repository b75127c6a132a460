/**
 * AssemblyScript, compiled to WebAssembly by `npm run kernel`: addresses are bytes of the memory that SortKernel (core/stats) lays out.
 * Long functions and lists of addresses: the language has no closures and no value types, an object would be allocated at each call, and the passes of
 * a sort share the limits they found.
 * T is the type of the tags that travel with the values; void without.
 */

/** Buckets of the first pass at most, and cells that each of them is dealt out to. */
const mostBuckets: i32 = 16384;
const cells: i32 = 1024;
const cellBits: i32 = 10;
/** Values of a bucket on average, as a power of two. */
const bucketBits: i32 = 8;
/** Buckets larger than this hold one value many times, or the values are spread over many powers of ten: they are sorted digit by digit. */
const largestBucket: i32 = 4096;
/** Moves per value after which putting neighbours right is given up. */
const mostMoves: i32 = 16;
/** Fewer values than this are just put right. */
const few: i32 = 24;

function place(base: usize, i: i32): usize {
  return base + ((<usize>i) << 3);
}

function tagPlace<T>(base: usize, i: i32): usize {
  if (isVoid<T>()) return 0;
  else return base + <usize>i * sizeof<T>();
}

/** Copies `n` values, and their tags, from b to a. */
function copyTo<T>(a: usize, aTags: usize, b: usize, bTags: usize, n: i32): void {
  memory.copy(a, b, (<usize>n) << 3);
  if (!isVoid<T>()) memory.copy(aTags, bTags, <usize>n * sizeof<T>());
}

/** Turns `n` counts into first places. */
function startsOf(counts: usize, n: i32): void {
  let at: u32 = 0;
  for (let c = counts, end = counts + ((<usize>n) << 2); c < end; c += 4) {
    const here = load<u32>(c);
    store<u32>(c, at);
    at += here;
  }
}

/**
 * Sorts `n` finite values without -0 ascending, tags beside them; equal values keep their order. O(n).
 *
 * The range is cut into buckets of equal width, as many as give each some hundred values, and each bucket, then in the nearest cache, into cells; what
 * stands next to each other out of order is put right in the end. A bucket that is far too full is sorted digit by digit.
 *
 * @param values, tags what to sort; the sorted stand here too.
 * @param spare, spareTags as long; overwritten.
 * @param tables 96 KB for counts.
 */
function sort<T>(values: usize, tags: usize, spare: usize, spareTags: usize, n: i32, tables: usize): void {
  if (n < few) {
    insertion<T>(values, tags, n);
    return;
  }
  let low = load<f64>(values);
  let high = low;
  const end = place(values, n);
  for (let p = values; p < end; p += 8) {
    const x = load<f64>(p);
    if (x < low) low = x;
    if (x > high) high = x;
  }
  if (low === high) return;
  let buckets: i32 = 1;
  while (buckets < mostBuckets && buckets << bucketBits < n) buckets <<= 1;
  // The largest value stays below the last cell's end, however its product is rounded.
  const scale = (<f64>buckets * <f64>cells * (1.0 - 1e-9)) / (high - low);
  if (!(scale > 0 && scale < 1e300)) {
    sortByDigits<T>(values, tags, spare, spareTags, n, tables);
    return;
  }
  const counts = tables;
  memory.fill(counts, 0, (<usize>buckets) << 2);
  for (let p = values; p < end; p += 8) {
    const c = counts + ((<usize>(<u32>((load<f64>(p) - low) * scale) >> cellBits)) << 2);
    store<u32>(c, load<u32>(c) + 1);
  }
  startsOf(counts, buckets);
  let tag = tags;
  for (let p = values; p < end; p += 8) {
    const x = load<f64>(p);
    const c = counts + ((<usize>(<u32>((x - low) * scale) >> cellBits)) << 2);
    const i = load<u32>(c);
    store<u32>(c, i + 1);
    store<f64>(place(spare, i), x);
    if (!isVoid<T>()) {
      store<T>(tagPlace<T>(spareTags, i), load<T>(tag));
      tag += sizeof<T>();
    }
  }
  // Each count now says where its bucket ends.
  const inner = tables + ((<usize>mostBuckets) << 2);
  let from: i32 = 0;
  for (let b = 0; b < buckets; b++) {
    const to: i32 = load<u32>(counts + ((<usize>b) << 2));
    sortBucket<T>(
      place(values, from),
      tagPlace<T>(tags, from),
      place(spare, from),
      tagPlace<T>(spareTags, from),
      to - from,
      low,
      scale,
      inner,
    );
    from = to;
  }
}

/** Sorts the values of one bucket from the spare memory back into their place. */
function sortBucket<T>(values: usize, tags: usize, spare: usize, spareTags: usize, n: i32, low: f64, scale: f64, counts: usize): void {
  if (n < few) {
    copyTo<T>(values, tags, spare, spareTags, n);
    insertion<T>(values, tags, n);
    return;
  }
  const end = place(spare, n);
  if (n > largestBucket) {
    copyTo<T>(values, tags, spare, spareTags, n);
    const first = load<f64>(spare);
    let p = spare;
    while (p < end && load<f64>(p) === first) p += 8;
    if (p < end) sortByDigits<T>(values, tags, spare, spareTags, n, counts);
    return;
  }
  memory.fill(counts, 0, cells << 2);
  for (let p = spare; p < end; p += 8) {
    const c = counts + ((<usize>(<u32>((load<f64>(p) - low) * scale) & (cells - 1))) << 2);
    store<u32>(c, load<u32>(c) + 1);
  }
  startsOf(counts, cells);
  let tag = spareTags;
  for (let p = spare; p < end; p += 8) {
    const x = load<f64>(p);
    const c = counts + ((<usize>(<u32>((x - low) * scale) & (cells - 1))) << 2);
    const i = load<u32>(c);
    store<u32>(c, i + 1);
    store<f64>(place(values, i), x);
    if (!isVoid<T>()) {
      store<T>(tagPlace<T>(tags, i), load<T>(tag));
      tag += sizeof<T>();
    }
  }
  if (!insertion<T>(values, tags, n)) sortByDigits<T>(values, tags, spare, spareTags, n, counts);
}

/** Puts values that are almost in order right. False when they were not almost in order: then they are in some order. */
function insertion<T>(values: usize, tags: usize, n: i32): bool {
  if (n < 2) return true;
  let left = mostMoves * n;
  let previous = load<f64>(values);
  for (let i = 1; i < n; i++) {
    const x = load<f64>(place(values, i));
    if (previous <= x) {
      previous = x;
      continue;
    }
    let at = i;
    do {
      store<f64>(place(values, at), load<f64>(place(values, at - 1)));
      at--;
    } while (at > 0 && load<f64>(place(values, at - 1)) > x);
    store<f64>(place(values, at), x);
    if (!isVoid<T>()) {
      const moved = load<T>(tagPlace<T>(tags, i));
      memory.copy(tagPlace<T>(tags, at + 1), tagPlace<T>(tags, at), <usize>(i - at) * sizeof<T>());
      store<T>(tagPlace<T>(tags, at), moved);
    }
    left -= i - at;
    if (left < 0) return false;
  }
  return true;
}

/** A whole number in the order of the doubles. */
function orderedBits(x: f64): u64 {
  const bits = reinterpret<u64>(x);
  return bits ^ (<u64>(<i64>bits >> 63) | 0x8000000000000000);
}

/** Radix sort by bytes, from the lowest up; bytes that all values share are passed over. `tables`: 8 KB. */
function sortByDigits<T>(values: usize, tags: usize, spare: usize, spareTags: usize, n: i32, tables: usize): void {
  memory.fill(tables, 0, 8 * 256 * 4);
  const end = place(values, n);
  for (let p = values; p < end; p += 8) {
    let key = orderedBits(load<f64>(p));
    for (let counts = tables; counts < tables + 8 * 1024; counts += 1024) {
      const c = counts + ((<usize>(key & 255)) << 2);
      store<u32>(c, load<u32>(c) + 1);
      key >>= 8;
    }
  }
  let from = values;
  let fromTags = tags;
  let to = spare;
  let toTags = spareTags;
  for (let digit = 0; digit < 8; digit++) {
    const counts = tables + ((<usize>digit) << 10);
    const shift = (<u64>digit) << 3;
    const first = (<usize>((orderedBits(load<f64>(from)) >> shift) & 255)) << 2;
    if (load<u32>(counts + first) === <u32>n) continue;
    startsOf(counts, 256);
    for (let i = 0; i < n; i++) {
      const x = load<f64>(place(from, i));
      const c = counts + ((<usize>((orderedBits(x) >> shift) & 255)) << 2);
      const at = load<u32>(c);
      store<u32>(c, at + 1);
      store<f64>(place(to, at), x);
      if (!isVoid<T>()) store<T>(tagPlace<T>(toTags, at), load<T>(tagPlace<T>(fromTags, i)));
    }
    const other = from;
    const otherTags = fromTags;
    from = to;
    fromTags = toTags;
    to = other;
    toTags = otherTags;
  }
  if (from !== values) copyTo<T>(values, tags, spare, spareTags, n);
}

export function sortPlain(values: usize, spare: usize, n: i32, tables: usize): void {
  sort<void>(values, 0, spare, 0, n, tables);
}

/** With tags of two bytes. */
export function sortNarrow(values: usize, tags: usize, spare: usize, spareTags: usize, n: i32, tables: usize): void {
  sort<u16>(values, tags, spare, spareTags, n, tables);
}

/** With tags of four bytes. */
export function sortWide(values: usize, tags: usize, spare: usize, spareTags: usize, n: i32, tables: usize): void {
  sort<u32>(values, tags, spare, spareTags, n, tables);
}
