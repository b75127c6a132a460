/** What is not built, by the kind of work that will build it; the first that fits a method's name. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^(?:adwin|ddm|eddm|hddm_a|kswin|page_hinkley|cusum|window_mean_drop)/, 'stream detectors'],
  [/^ab_/, 'experiments'],
  [/^(?:domain.classifier|pca)/, 'several columns at once'],
  [/^(?:cramervonmises|epps_singleton|mannwhitneyu|mmd)/, 'further two-sample tests'],
  [/^(?:Dummy|MAPE_mean)/, 'dummy models and measures as peers define them'],
  [/^(?:Sum|InList|OutList|UniqueValueShare|std\()/, 'checks on single columns'],
  // Last: names of peers' own ways.
  [/evidently|nannyml|2x2 table|permutation p for|per (?:reference )?chunk|mean\+3std|alerts on a column/, 'drift as peers compute it'],
];

/** The kind of work that will build a method; null: nobody has said, which is an omission here. */
export function kindOfWork(method: string): string | null {
  return kinds.find(([name]) => name.test(method))?.[1] ?? null;
}

/** All kinds of work something waits for. */
export const kindsOfWork: readonly string[] = kinds.map(([, kind]) => kind);
