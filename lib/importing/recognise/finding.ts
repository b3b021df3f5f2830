/** A value with the lines it was read from and how sure that is. */
export type Finding<T> = { value: T; lines: number[]; confidence: number };

/** The surest of several, the first of equals. */
export function surest<T>(findings: readonly Finding<T>[]): Finding<T> | null {
  return findings.reduce<Finding<T> | null>(
    (best, one) => (best && best.confidence >= one.confidence ? best : one),
    null,
  );
}
