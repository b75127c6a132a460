/** Words of the page on the section on schema and quality. */
export const qualityLabels = {
  schemaTitle: 'Schema and quality',
} as const;
