/** Two lines in a row: the width of the first, and that of the word the second begins with. */
export type Pair = { width: number; next: number };

const least = 45;
const most = 120;

/**
 * The width at which a text was broken into lines, as most of its lines have it: one fits if the line does and the first word
 * of the next would not have.
 * @returns columns, and how many pairs say so; null where none do
 */
export function measureWrap(pairs: readonly Pair[]): { columns: number; votes: number } | null {
  const changes = Array.from({ length: most + 2 }, () => 0);
  for (const { width, next } of pairs) {
    if (width < least || width > most) continue;
    changes[width] = (changes[width] ?? 0) + 1;
    const end = Math.min(most + 1, width + 1 + next);
    changes[end] = (changes[end] ?? 0) - 1;
  }
  let votes = 0;
  let best = { columns: 0, votes: 0 };
  for (let columns = least; columns <= most; columns += 1) {
    votes += changes[columns] ?? 0;
    if (votes > best.votes) best = { columns, votes };
  }
  return best.votes === 0 ? null : best;
}
