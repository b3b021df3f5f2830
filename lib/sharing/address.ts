import { env } from "@/lib/env";

/**
 * The address of an appeal that is passed on, with the partner by whom its reader came.
 * @param partner "" without one
 */
export function appealAddress(slug: string, locale: string, partner = ""): string {
  return `${env().APP_URL}/${locale}/appeals/${slug}${partner && `?via=${encodeURIComponent(partner)}`}`;
}

/** The address for paper: short, and it leads to its reader's own language. */
export function shortAddress(slug: string): string {
  return `${env().APP_URL}/appeals/${slug}`;
}
