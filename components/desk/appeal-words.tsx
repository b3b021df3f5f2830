import { Prose } from "@/components/ui/prose";
import { direction } from "@/lib/locales";

type AppealWordsProps = {
  language: string;
  words: { title: string; request: string; summary: string; body: string; notice?: string; writeHint: string };
};

/** The words of an appeal, set like its page. */
export function AppealWords({ language, words }: AppealWordsProps) {
  const { title, request, summary, body, notice, writeHint } = words;
  return (
    <div lang={language} dir={direction(language)} className="space-y-4 text-base leading-relaxed wrap-anywhere">
      {notice && <p className="border-s-4 border-amber ps-4 text-sm text-muted">{notice}</p>}
      <div>
        <p className="text-muted">{title}</p>
        <p className="mt-1 font-serif text-2xl leading-tight font-semibold">{request}</p>
      </div>
      {paragraphs(summary).map((paragraph, at) => (
        <p key={at}>{paragraph}</p>
      ))}
      {body.trim() && <Prose text={body} />}
      {writeHint && <p className="font-serif text-lg italic">{writeHint}</p>}
    </div>
  );
}

function paragraphs(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "");
}
