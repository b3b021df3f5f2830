import { encode } from "uqr";
import { findAppeal } from "@/lib/campaigns/queries";
import { shortAddress } from "./address";
import { isShared } from "./is-shared";

/** White around a code, in modules (ISO/IEC 18004 §6.3.8). */
const border = 4;

/** The QR code that leads to an open appeal, as SVG; null when there is none to pass on at this slug. */
export async function findAppealCode(slug: string): Promise<string | null> {
  const appeal = await findAppeal(slug);
  return appeal && isShared(appeal) ? qrCode(shortAddress(appeal.slug)) : null;
}

/** A text as a QR code in SVG: black on white whatever it lies on, and still read when a quarter of it is damaged. */
export function qrCode(text: string): string {
  const { data, size } = encode(text, { ecc: "Q", border });
  const dark = data.flatMap((row, y) => runs(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" shape-rendering="crispEdges">`,
    `<path fill="#ffffff" d="M0 0h${size}v${size}H0z"/>`,
    `<path fill="#000000" d="${dark.join("")}"/></svg>`,
  ].join("");
}

function runs(row: boolean[]): { from: number; length: number }[] {
  const found: { from: number; length: number }[] = [];
  row.forEach((dark, x) => {
    const last = found.at(-1);
    if (!dark) return;
    if (last && last.from + last.length === x) last.length += 1;
    else found.push({ from: x, length: 1 });
  });
  return found;
}
