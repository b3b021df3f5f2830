/** The address of the page where appeals are pasted, or of one that was. */
export function pastePath(id?: string): string {
  const all = "/desk/campaigns/paste";
  return id ? `${all}/${encodeURIComponent(id)}` : all;
}
