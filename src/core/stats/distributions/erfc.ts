const small = {
  top: [0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694],
  bottom: [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171],
};
const middle = {
  top: [
    2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001, 881.952221241769,
    1712.0476126340707, 2051.0783778260716, 1230.3393547979972,
  ],
  bottom: [
    1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597, 4362.619090143247,
    3439.3676741437216, 1230.3393548037495,
  ],
};
const large = {
  top: [0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275, 0.0006587491615298378],
  bottom: [1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918],
};

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const c of coefficients) value = value * x + c;
  return value;
}

/**
 * Complementary error function 2/√π ∫_x^∞ exp(−t²) dt, with a relative error near 1e−15 over the whole range, far tail included
 * (0 only where the result is below the smallest double, x above about 26.6).
 *
 * Source: W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969); coefficients of netlib CALERF.
 */
export function erfc(x: number): number {
  const y = Math.abs(x);
  if (Number.isNaN(x)) return Number.NaN;
  if (y <= 0.46875) return 1 - (x * polynomial(small.top, y * y)) / polynomial(small.bottom, y * y);
  let tail: number;
  if (y <= 4) {
    tail = polynomial(middle.top, y) / polynomial(middle.bottom, y);
  } else if (y < 27) {
    const z = 1 / (y * y);
    tail = (1 / Math.sqrt(Math.PI) - (z * polynomial(large.top, z)) / polynomial(large.bottom, z)) / y;
  } else {
    return x > 0 ? 0 : 2;
  }
  // exp(−y²) in two factors: the first square is exact in double precision, so the tail keeps its relative accuracy.
  const coarse = Math.trunc(y * 16) / 16;
  tail *= Math.exp(-coarse * coarse) * Math.exp(-(y - coarse) * (y + coarse));
  return x > 0 ? tail : 2 - tail;
}
