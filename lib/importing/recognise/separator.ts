const drawn = /^[-_=*~#•·.—–―─━═+<>|^\s]{3,}$/;
const signs = /[-_=*~#•·—–―─━═+^]/g;

/** Whether a line only divides: dashes of any kind, stars, underscores. */
export function isSeparator(text: string): boolean {
  return drawn.test(text) && (text.match(signs)?.length ?? 0) >= 3;
}
