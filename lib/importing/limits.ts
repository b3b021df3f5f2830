/**
 * What is read of a document at most. `file`: bytes of it; `text`: UTF-16 code units of its text; `pages` of a PDF; `entries` of
 * a zip file; `unpacked`: bytes of one of them, and `ratio` to its packed size; `depth` of tags; `attachments` of a mail and
 * how deep they lie in each other. `seconds` and `megabytes` a reader may take.
 */
export const readingLimits = {
  file: 5 * 1024 * 1024,
  text: 500_000,
  pages: 200,
  entries: 2000,
  unpacked: 20 * 1024 * 1024,
  ratio: 200,
  depth: 2000,
  attachments: 10,
  nesting: 3,
  seconds: 10,
  megabytes: 256,
} as const;
