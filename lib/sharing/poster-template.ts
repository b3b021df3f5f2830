/** An appeal on one page of A4 to be put up, in Typst: black and one red, so that any printer will do. It reads `input`, as JSON. */
export const posterTemplate = String.raw`
#let it = json(bytes(sys.inputs.input))
#let words = it.words
#let latin = if it.cjk == none { "Noto Serif" } else { (name: "Noto Serif", covers: "latin-in-cjk") }
#let others = if it.cjk == "ko" { ("Noto Serif KR", "Noto Serif SC") } else { ("Noto Serif SC", "Noto Serif KR") }
#set block(spacing: 0pt)
#let (muted, wax) = (rgb("#4a4642"), rgb("#9b2226"))

#set document(title: it.request, author: it.organisation, date: auto)
#set page(paper: "a4", margin: (x: 2.2cm, top: 2.2cm, bottom: 2cm))
#set text(
  font: (latin, "Noto Naskh Arabic", ..others), lang: it.language, dir: if it.rtl { rtl } else { ltr },
  hyphenate: false, top-edge: 0.78em, bottom-edge: -0.22em,
)
#set par(leading: if it.cjk == none { 0.3em } else { 0.45em }, justify: false)
#let heavy(size, body) = text(size: size, weight: 600, stroke: if it.cjk != none { 0.012em } else { none }, body)
// What is too long for its place is set smaller, and at the smallest it is cut.
#let fitted(height, sizes, draw) = layout(room => {
  let fits(size) = measure(block(width: room.width, draw(size))).height <= height
  let size = sizes.find(fits)
  if size == none { block(height: height, width: 100%, clip: true, draw(sizes.last())) } else { draw(size) }
})
// As narrow as it gets without another line, so that no word is left alone on the last one.
#let even(body) = layout(room => {
  let height(width) = measure(block(width: width, body)).height
  let (narrow, wide) = (room.width / 2, room.width)
  let tall = height(wide)
  for _ in range(7) {
    let middle = (narrow + wide) / 2
    if height(middle) <= tall { wide = middle } else { narrow = middle }
  }
  block(width: wide, body)
})

#text(size: 13pt, fill: muted, it.organisation)
#if it.example { text(size: 13pt, fill: wax, "  ·  " + words.example) }
#v(0.5cm)
#line(length: 100%, stroke: 2.5pt + wax)
#v(0.9cm)
#fitted(8.6cm, (58pt, 52pt, 46pt, 41pt, 37pt, 33pt, 29pt, 26pt, 23pt), size => even(heavy(size, it.request)))
#v(1cm)
#fitted(6.6cm, (24pt, 22pt, 20pt, 18pt, 17pt, 16pt, 15pt, 14pt, 13pt, 12pt, 11pt, 10pt), size => {
  heavy(size, it.title)
  v(0.4cm)
  text(size: size, it.summary)
})
#v(1fr)
#if it.until != "" { heavy(15pt, it.until); v(0.4cm) }
#line(length: 100%, stroke: 0.5pt)
#v(0.6cm)
#grid(
  columns: (6.2cm, 1fr), column-gutter: 0.9cm, align: (start, start + horizon),
  {
    let side = 6.2cm
    let module = side / it.code.len()
    box(width: side, height: side, for (y, row) in it.code.enumerate() {
      for (x, dark) in row.enumerate() {
        // A hair wider than it is, or a printer leaves white lines between them.
        if dark == 1 { place(top + left, dx: x * module, dy: y * module, rect(width: module * 1.02, height: module * 1.02, fill: black)) }
      }
    })
  },
  {
    even(heavy(19pt, words.scan))
    v(0.35cm)
    text(size: 13pt, fill: muted, words.type)
    v(0.15cm)
    fitted(2.6cm, (17pt, 15pt, 13pt, 11pt, 9pt), size => {
      set text(size: size, dir: ltr, weight: 600)
      set align(if it.rtl { right } else { left })
      it.address.split("/").join("/\u{200b}")
    })
  },
)
`;
