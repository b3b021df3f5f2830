/**
 * Where a page of the signing way is found inside a frame: the appeal, its check page and the end of the way. Every other
 * address stays as it is.
 * @param address of the site, such as `/en/check/{token}`
 * @param query of the frame, with its question mark or ""; it goes along
 */
export function framedAddress(address: string, { slug, query }: { slug: string; query: string }): string {
  const [path = "", asked] = address.split("?", 2);
  const [, locale = "", section, value = "", ...rest] = path.split("/");
  const frame = `/${locale}/embed/${slug}`;
  const together = [query.slice(1), asked ?? ""].filter((part) => part !== "").join("&");
  const end = together === "" ? "" : `?${together}`;
  if (section === "check") return `${[frame, "check", value, ...rest].join("/")}${end}`;
  if (section === "appeals" && value === slug && (rest.length === 0 || rest[0] === "sent")) {
    return `${[frame, ...rest].join("/")}${end}`;
  }
  return address;
}
