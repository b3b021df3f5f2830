/**
 * A text that somebody else wrote, so that it reads the same where Markdown is understood: none of its signs is taken as one
 * (CommonMark 0.31 §2.4).
 */
export function plainMarkdown(text: string): string {
  return text
    .split("\n")
    .map((line) => asLine(line.trim()))
    .join("\n");
}

function asLine(line: string): string {
  return line
    .replace(/[\\`*[\]<]/g, String.raw`\$&`)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`)
    .replace(/&(?=#?\w{1,32};)/g, String.raw`\&`)
    .replace(/^(?=[#>+~=-])/, "\\")
    .replace(/^(\d{1,9})(?=[.)])/, "$1\\");
}
