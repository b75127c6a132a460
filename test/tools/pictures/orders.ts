import { writeFile } from 'node:fs/promises';

/** Writes orders by the hour, enough of them that their comparison is seen at work; from July on baskets are worth more and deliveries slower. */
export async function writeOrders(path: string, year: number, rows: number, shifted: boolean): Promise<void> {
  const names = ['delivery_minutes', 'items', 'basket_value', 'distance_km', 'discount', 'customer_age', 'visits_30d', 'weight_kg'];
  const more = ['returns_12m', 'stock_level', 'price_index', 'support_calls', 'session_minutes', 'coupon_value', 'courier_load'];
  // Columns come one by one: many of them leave time for a picture.
  const signals = Array.from({ length: 120 }, (_, i) => `signal_${String(i + 1).padStart(3, '0')}`);
  const all = [...names, ...more, ...signals];
  let state = year;
  const random = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const lines = [['ordered_at', ...all].join(',')];
  for (let row = 0; row < rows; row++) {
    const part = row / rows;
    const values = all.map((name, i) => {
      const value = (random() + random() + random()) * 10 * (i + 2);
      const later = shifted && part > 0.5;
      return (later && name === 'basket_value' ? value * 1.25 : later && name === 'delivery_minutes' ? value + 4 : value).toFixed(2);
    });
    lines.push([new Date(Date.UTC(year, 0, 1) + part * 365 * 86_400_000).toISOString(), ...values].join(','));
  }
  await writeFile(path, `${lines.join('\n')}\n`);
}
