/**
 * What is read of a document at most. `file`: bytes of it; `text`: UTF-16 code units of its text; `pages` of a PDF; `entries` of
 * a zip file; `unpacked`: bytes of one of them, and `ratio` to its packed size; `depth` of tags, and of `quotes` that are told
 * apart; `attachments` of a mail and how deep they lie in each other. A reader may take `seconds` from when it begins,
 * `secondsInAll` from when it is started, and `megabytes` in all, of which `heap` are objects. So many read `atOnce`, and as many
 * as `waiting` wait.
 */
export const readingLimits = {
  file: 5 * 1024 * 1024,
  text: 500_000,
  pages: 200,
  entries: 2000,
  unpacked: 20 * 1024 * 1024,
  ratio: 200,
  depth: 2000,
  quotes: 50,
  attachments: 10,
  nesting: 3,
  seconds: 10,
  secondsInAll: 30,
  megabytes: 512,
  heap: 256,
  atOnce: 2,
  waiting: 8,
} as const;
