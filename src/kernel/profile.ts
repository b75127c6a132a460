/** Distinct values are counted exactly up to here, then by HyperLogLog. */
const exactLimit: u32 = 14_000;
/** Places of the table of distinct values: 0 is an empty one. */
const tableMask: u32 = 32_767;
const registersAt: usize = 64;
const tableAt: usize = registersAt + 4096;

/** Both halves of a double in 32 well mixed bits (multipliers of Murmur3 and xxHash). */
function mix(bits: u64): u32 {
  let hash = (<u32>bits ^ (<u32>(bits >> 32) * 0x9e3779b1)) * 0x85ebca6b;
  hash ^= hash >> 15;
  hash *= 0xc2b2ae35;
  hash ^= hash >> 13;
  return hash * 0x27d4eb2f;
}

/** Enters a value; whether it is new. 0 is not entered here. */
function enter(table: usize, x: f64, hash: u32): bool {
  let place = hash & tableMask;
  while (true) {
    const at = table + ((<usize>place) << 3);
    const there = load<f64>(at);
    if (there === x) return false;
    if (there === 0) {
      store<f64>(at, x);
      return true;
    }
    place = (place + 1) & tableMask;
  }
}

/**
 * Takes `n` values of a column into its profile. State: smallest and largest finite value (8 bytes each), NaN, infinite values, whether all finite
 * values are whole, distinct values while they are counted exactly, whether 0 was seen, whether there are too many to count (4 bytes each); from byte 64 on
 * 4,096 registers of HyperLogLog and a table of distinct values, 256 KB. O(n).
 */
export function profile(values: usize, n: i32, state: usize): void {
  let low = load<f64>(state);
  let high = load<f64>(state, 8);
  let missing = load<u32>(state, 16);
  let infinities = load<u32>(state, 20);
  let whole = load<u32>(state, 24);
  let distinct = load<u32>(state, 28);
  let zero = load<u32>(state, 32);
  let many = load<u32>(state, 36);
  const registers = state + registersAt;
  const table = state + tableAt;
  for (let p = values, end = values + ((<usize>n) << 3); p < end; p += 8) {
    const x = load<f64>(p);
    if (x - x === 0) {
      if (x < low) low = x;
      if (x > high) high = x;
      if (whole !== 0 && Math.trunc(x) !== x) whole = 0;
    } else if (Math.abs(x) === Infinity) {
      infinities++;
    } else {
      missing++;
      continue;
    }
    // -0 and 0 are one value; their bits differ.
    const hash = mix(x === 0 ? 0 : load<u64>(p));
    if (many === 0) {
      if (x === 0) {
        if (zero !== 0) continue;
        zero = 1;
      } else if (!enter(table, x, hash)) continue;
      distinct++;
      if (distinct > exactLimit) many = 1;
    }
    const register = registers + <usize>(hash >> 20);
    const rank = clz<u32>((hash << 12) | 2048) + 1;
    if (rank > load<u8>(register)) store<u8>(register, <u8>rank);
  }
  store<f64>(state, low);
  store<f64>(state, high, 8);
  store<u32>(state, missing, 16);
  store<u32>(state, infinities, 20);
  store<u32>(state, whole, 24);
  store<u32>(state, distinct, 28);
  store<u32>(state, zero, 32);
  store<u32>(state, many, 36);
}
