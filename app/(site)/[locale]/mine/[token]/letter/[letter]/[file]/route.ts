import { seeOther } from "@/lib/door/see-other";
import { Refusal } from "@/lib/errors";
import { paperSizes } from "@/lib/letters/paper-size";
import { UndrawableLetter } from "@/lib/letters/pdf";
import { printOwnLetter } from "@/lib/signatures/print-own-letter";

type Context = { params: Promise<{ locale: string; token: string; letter: string; file: string }> };

/** A signer's letter as a PDF. What cannot be one, because no font here has all its signs, can still be printed as a page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, token, letter, file } = await params;
  const paper = paperSizes.find((size) => file === `${size}.pdf`);
  if (!paper) return new Response(null, { status: 404 });
  try {
    const pdf = await printOwnLetter(token, letter, paper);
    return new Response(new Uint8Array(pdf), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": 'attachment; filename="letter.pdf"',
        "cache-control": "no-store",
        "x-robots-tag": "noindex",
      },
    });
  } catch (error) {
    if (error instanceof UndrawableLetter) return seeOther(`/${locale}/mine/${token}/letter/${letter}`);
    if (error instanceof Refusal) return new Response(null, { status: error.status });
    throw error;
  }
}
