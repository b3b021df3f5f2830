/** What is known of texts that come up again while one appeal is read: many lines are looked at by a dozen recognisers. */
const known: Map<string, unknown>[] = [];

/**
 * A function of a text that keeps its answers until `forgetTexts`. What else it is given must follow from the text; answers are
 * shared, and not to be changed.
 */
export function remembering<More extends unknown[], T>(
  read: (text: string, ...more: More) => T,
): (text: string, ...more: More) => T {
  const answers = new Map<string, T>();
  known.push(answers);
  return (text, ...more) => {
    const answer = answers.get(text);
    if (answer !== undefined) return answer;
    const fresh = read(text, ...more);
    answers.set(text, fresh);
    return fresh;
  };
}

/** To be called when an appeal has been read: nothing of it stays in memory. */
export function forgetTexts(): void {
  for (const answers of known) answers.clear();
}
