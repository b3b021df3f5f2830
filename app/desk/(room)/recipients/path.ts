/** The address of the library, or of something in it. */
export function libraryPath(of?: string): string {
  return of ? `/desk/recipients/${encodeURIComponent(of)}` : "/desk/recipients";
}
