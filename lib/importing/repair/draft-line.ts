/** A line while it is being repaired: its white space is still there. */
export type DraftLine = { numbers: number[]; depth: number; text: string };
