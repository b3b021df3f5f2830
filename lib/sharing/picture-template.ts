/** The picture of an appeal for who passes it on, 1200 by 630, in Typst. It reads one input, `input`, as JSON. */
export const pictureTemplate = String.raw`
#let it = json(bytes(sys.inputs.input))
#let latin = if it.cjk == none { "Noto Serif" } else { (name: "Noto Serif", covers: "latin-in-cjk") }
#let others = if it.cjk == "ko" { ("Noto Serif KR", "Noto Serif SC") } else { ("Noto Serif SC", "Noto Serif KR") }
#let (ink, muted, hairline, wax) = (rgb("#1c1b1a"), rgb("#5d5852"), rgb("#e4ddd1"), rgb("#9b2226"))

#set document(title: it.request)
#set page(width: 1200pt, height: 630pt, margin: (x: 76pt, top: 60pt, bottom: 54pt), fill: rgb("#fbf8f2"))
#set text(
  font: (latin, "Noto Naskh Arabic", ..others), fill: ink, lang: it.language, dir: if it.rtl { rtl } else { ltr },
  hyphenate: false, top-edge: 0.78em, bottom-edge: -0.22em,
)
#set par(leading: if it.cjk == none { 0.28em } else { 0.42em }, justify: false)

// Chinese and Korean are here in one weight.
#let heavy(size, body) = text(size: size, weight: 600, stroke: if it.cjk != none { 0.012em + ink } else { none }, body)
#let one-line(size, fill, body) = block(height: 1.3 * size, clip: true, text(size: size, fill: fill, body))

#one-line(27pt, muted, it.organisation + if it.mark != "" { "  ·  " + it.mark })
#v(18pt)
#layout(room => {
  let height = 322pt
  let sizes = (88pt, 78pt, 70pt, 62pt, 55pt, 49pt, 43pt, 38pt, 33pt)
  let fits(size) = measure(block(width: room.width, heavy(size, it.request))).height <= height
  let size = sizes.find(fits)
  block(height: height, width: 100%, clip: true, align(start + horizon, heavy(if size == none { 29pt } else { size }, it.request)))
})
#v(1fr)
#line(length: 100%, stroke: 1.5pt + hairline)
#v(14pt)
#grid(
  columns: (1fr, auto), column-gutter: 48pt, align: (start + horizon, end + horizon),
  {
    one-line(28pt, ink, it.title)
    v(8pt)
    one-line(24pt, muted, it.until)
  },
  // A letter in a seal.
  box(width: 76pt, height: 76pt, {
    let (paper, thin) = (rgb("#fbf8f2"), 2.4pt)
    place(center + horizon, circle(radius: 38pt, fill: wax))
    place(center + horizon, rect(width: 38pt, height: 26pt, radius: 1.5pt, stroke: thin + paper))
    place(center + horizon, curve(
      stroke: thin + paper, curve.move((0pt, 0pt)), curve.line((19pt, 14pt)), curve.line((38pt, 0pt)), curve.move((0pt, 26pt)),
    ))
  }),
)
`;
