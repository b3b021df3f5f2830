import { writeProse } from "./prose";

/** Columns beside the bullet. */
export const listRoom = 70;
const bullet = "*";

/** Sets a list, each entry behind a bullet. */
export function writeList(entries: string[]): string[] {
  return entries.flatMap((entry) => {
    const lines = entry === "" ? ["|"] : writeProse(entry, { room: listRoom });
    return lines.map((line, at) => (line === "" ? "" : `${at === 0 ? bullet : " "} ${line}`));
  });
}

/** What stands behind the bullet a line begins with; null for a line without one. */
export function behindBullet(line: string): string | null {
  if (line === bullet) return "";
  return line.startsWith(`${bullet} `) ? line.slice(2) : null;
}
