import { pdfGround } from "./pdf-ground";

/**
 * A letter for an envelope with a window, in Typst: who writes and when, the address where the window is, the text, and on each
 * page which of how many it is. The window of DIN 5008, form B, shows 45 to 90 mm from the top and 20 to 105 mm from the left
 * of A4; that of a number 10 envelope in the United States shows 2.04 to 2.92 inches from the top of Letter, however the sheet
 * lies in it. The address stands on the lower edge, for that is what stays in sight when the sheet slips. It is at the left in
 * every language, as the window is.
 */
export const pdfPostTemplate = String.raw`${pdfGround}
#let sheets = (
  "a4": (paper: "a4", x: 25mm, y: 50mm, width: 76mm, height: 37mm, begin: 98mm, folds: (105mm, 210mm)),
  "us-letter": (paper: "us-letter", x: 1in, y: 1.84in, width: 3.4in, height: 1.08in, begin: 3.45in, folds: (3.67in, 7.33in)),
)
#let sheet = sheets.at(letter.paper)

#set page(
  paper: sheet.paper,
  margin: (top: 2cm, bottom: 2.4cm, x: 2.5cm),
  footer-descent: 0.9cm,
  header: test-mark(),
  footer: whose-page(),
  background: context if counter(page).get().first() == 1 {
    for y in sheet.folds { place(top + left, dx: 4mm, dy: y, line(length: 4mm, stroke: 0.3pt + luma(120))) }
  },
)
#set strong(delta: 200)

// Where the text begins is counted from the edge of the paper, and the margin is there already.
#block(height: sheet.begin - 2cm, width: 100%, {
  align(end, { strong(letter.from); linebreak(); letter.place; linebreak(); letter.date })
  place(top + left, dx: sheet.x - 2.5cm, dy: sheet.y - 2cm, box(width: sheet.width, height: sheet.height, {
    set text(size: letter.addressSize * 1pt, dir: if letter.addressRtl { rtl } else { ltr })
    set par(leading: 0.18em)
    align(bottom + if letter.addressRtl { right } else { left }, lines(letter.address))
  }))
})
#par(text(
  size: size * 1.08, stroke: if letter.cjk != none { 0.3pt } else { none }, strong(letter.subject),
))
#v(0.5em)
#paragraphs
// For whoever asks whether it fits on one page.
#context [#metadata(counter(page).final().first()) <pages>]
`;
