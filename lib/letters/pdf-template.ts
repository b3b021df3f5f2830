import { pdfGround } from "./pdf-ground";

/**
 * A letter on A4, in Typst: a cover line, the text, and on each page whose it is and which page of how many. Black on white
 * and nothing fine, for it goes through a fax machine at 100 lines to the inch.
 */
export const pdfTemplate = String.raw`${pdfGround}
#set page(
  paper: "a4",
  margin: (top: 2.2cm, bottom: 2.4cm, x: 2.4cm),
  footer-descent: 0.9cm,
  header: test-mark(),
  footer: whose-page(),
)

#let head = (
  (words.to, {
    if letter.holder != "" { strong(letter.holder); linebreak() }
    lines(letter.office)
  }),
  (words.fax, apart(letter.number)),
  (words.from, {
    strong(letter.from)
    if words.through != none { linebreak(); words.through }
  }),
  (words.date, [#letter.date]),
  (words.pages, context [#counter(page).final().first()]),
)
#set strong(delta: 200)
#{
  set text(size: calc.min(size, 11pt))
  set par(leading: 0.3em)
  line(length: 100%, stroke: 1.2pt)
  v(-0.3em)
  grid(columns: (auto, 1fr), column-gutter: 1.6em, row-gutter: 0.5em, ..head.flatten())
  v(-0.2em)
  line(length: 100%, stroke: 0.5pt)
}
#v(0.9em)
// Chinese and Korean are here in one weight.
#par(text(
  size: size * 1.08, stroke: if letter.cjk != none { 0.3pt } else { none }, strong(letter.subject),
))
#v(0.5em)
#paragraphs
// For whoever asks whether it fits on one page.
#context [#metadata(counter(page).final().first()) <pages>]
`;
