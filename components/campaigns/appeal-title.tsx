import type { AppealView } from "@/lib/campaigns/view";

type AppealTitleProps = { view: Pick<AppealView, "text" | "language" | "dir" | "state">; large: string };

/** What an appeal is called and what it asks for. One that was stopped asks for nothing any more. */
export function AppealTitle({ view: { text, language, dir, state }, large }: AppealTitleProps) {
  return (
    <div lang={language} dir={dir}>
      {state === "stopped" ? (
        <h1 className="font-serif text-3xl font-semibold leading-tight">{text.title}</h1>
      ) : (
        <>
          <p className="text-balance text-muted">{text.title}</p>
          <h1 className={`mt-1.5 font-serif font-semibold leading-[1.1] ${large}`}>{text.request}</h1>
        </>
      )}
    </div>
  );
}
