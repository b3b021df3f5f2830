// eslint-disable-next-line no-control-regex
const narrow = /^[\u0000-\u02ff\u0370-\u10ff\u2010-\u203f]*$/;
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud840-\ud87f][\udc00-\udfff]/g;

/** How many columns a text takes on a terminal: signs of Chinese, Japanese and Korean take two. */
export function widthOf(text: string): number {
  if (narrow.test(text)) return text.length;
  return text.length + (text.match(wide)?.length ?? 0);
}
