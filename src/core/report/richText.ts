/** A sentence in parts: plain text, or emphasised (`strong`: names and numbers, `code`: column names in titles). Never markup. */
export type RichText = readonly (string | { readonly strong: string } | { readonly code: string })[];
