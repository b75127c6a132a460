/** Whether a path leads to another machine: an address, or a share that the system would open over the network (`\\server\share`). */
export function isRemotePath(path: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]+:\/\/|[\\/]{2})/i.test(path);
}
