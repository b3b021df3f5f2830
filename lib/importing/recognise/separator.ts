const drawn = /^[-_=*~#•·.—–―─━═+<>|^\s]{3,}$/;
const signs = /[-_=*~#•·—–―─━═+^]/g;

/** Whether a line only divides: dashes of any kind, stars, underscores; "--" stands above a signature. */
export function isSeparator(text: string): boolean {
  return text === "--" || (drawn.test(text) && (text.match(signs)?.length ?? 0) >= 3);
}
