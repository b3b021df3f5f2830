/**
 * The network a request comes from, as the front door wrote it: a prefix, never a whole address. For limits only; it is
 * neither stored nor logged as it is.
 */
export function networkOf(header: (name: string) => string | null | undefined): string {
  return header("x-client-network") ?? "unknown";
}
