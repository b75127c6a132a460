/** The folder for temporary files that a request to the engine names; null for any other message. */
export function tempDirectoryOf(message: unknown): string | null {
  const { params } = (message ?? {}) as { readonly params?: { readonly engine?: { readonly tempDirectory?: unknown } } };
  const folder = params?.engine?.tempDirectory;
  return typeof folder === 'string' ? folder : null;
}
