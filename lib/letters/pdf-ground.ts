/**
 * What all our pages in Typst begin with. They read one input, `letter`, as JSON, so that whatever a person typed is text and
 * never markup.
 */
export const pdfGround = String.raw`
#let letter = json(bytes(sys.inputs.letter))
#let (words, size) = (letter.words, letter.size * 1pt)
#let latin = if letter.cjk == none { "Noto Serif" } else { (name: "Noto Serif", covers: "latin-in-cjk") }
#let chinese = "Noto Serif SC"
#let korean = "Noto Serif KR"
#let others = if letter.cjk == "ko" { (korean, chinese) } else { (chinese, korean) }

#set document(title: letter.subject, author: letter.from, date: auto)
#set text(
  font: (latin, "Noto Naskh Arabic", ..others), size: size, lang: letter.language, dir: if letter.rtl { rtl } else { ltr },
  hyphenate: false,
  // The same for every font, so that a line does not move when its script changes.
  top-edge: 0.78em, bottom-edge: -0.22em,
)
#set par(leading: 0.42em, spacing: 1em, justify: false)

#let page-of(n, m) = words.page.replace("{page}", str(n)).replace("{pages}", str(m))
#let lines(value) = value.split("\n").map(line => [#line]).join(linebreak())
#let isolated(value) = "\u{2068}" + value + "\u{2069}"
#let apart(value) = box(text(dir: ltr, value))
#let test-mark() = if letter.test {
  align(center, box(stroke: 1pt, inset: 5pt, text(size: 12pt, weight: 600, lang: "en", "[TEST]")))
}
#let whose-page() = {
  set text(size: 9pt)
  line(length: 100%, stroke: 0.5pt)
  v(-0.55em)
  grid(
    columns: (1fr, auto), column-gutter: 1em,
    isolated(letter.from) + " · " + isolated(letter.date),
    context page-of(counter(page).get().first(), counter(page).final().first()),
  )
}
#let paragraphs = for paragraph in letter.paragraphs {
  // What its writer added may be in another script than the letter.
  set text(dir: if paragraph.rtl { rtl } else { ltr })
  par(lines(paragraph.text))
}
`;
