/**
 * Moves the finite values to the front, their tags with them, -0 becoming 0; returns how many they are. Rows that are NaN are counted by tag in `missing`
 * (4 bytes each), all in the first without tags. O(n).
 */
function keepFinite<T>(values: usize, tags: usize, n: i32, missing: usize): i32 {
  let to = values;
  let toTag = tags;
  let tag = tags;
  for (let p = values, end = values + ((<usize>n) << 3); p < end; p += 8) {
    const x = load<f64>(p);
    if (x - x === 0) {
      store<f64>(to, x + 0.0);
      to += 8;
      if (!isVoid<T>()) {
        store<T>(toTag, load<T>(tag));
        toTag += sizeof<T>();
      }
    } else if (Math.abs(x) !== Infinity) {
      let at = missing;
      if (!isVoid<T>()) at += (<usize>load<T>(tag)) << 2;
      store<u32>(at, load<u32>(at) + 1);
    }
    if (!isVoid<T>()) tag += sizeof<T>();
  }
  return <i32>((to - values) >> 3);
}

export function keepFinitePlain(values: usize, n: i32, missing: usize): i32 {
  return keepFinite<void>(values, 0, n, missing);
}

/** With tags of two bytes. */
export function keepFiniteNarrow(values: usize, tags: usize, n: i32, missing: usize): i32 {
  return keepFinite<u16>(values, tags, n, missing);
}

/** With tags of four bytes. */
export function keepFiniteWide(values: usize, tags: usize, n: i32, missing: usize): i32 {
  return keepFinite<u32>(values, tags, n, missing);
}
