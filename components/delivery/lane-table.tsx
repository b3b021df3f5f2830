import { useTranslations } from "next-intl";
import { FoldedWord } from "@/components/desk/folded-word";
import { formatBrief, formatPace } from "@/components/desk/formats";
import { Section } from "@/components/desk/section";
import { Cell, FoldedRow, Head, RowHead, Table } from "@/components/desk/table";
import type { OpenPause } from "@/lib/delivery/pauses";
import type { LaneLine } from "@/lib/delivery/queries";

const tones = {
  untried: "bg-edge",
  open: "bg-moss",
  slowed: "bg-amber",
  paused: "bg-amber",
  broken: "rotate-45 rounded-none bg-brick",
};

/** The mail servers letters go to: how fast, whether they take any, and what they said last. */
export function LaneTable({ lanes, pauses }: { lanes: LaneLine[]; pauses: OpenPause[] }) {
  const t = useTranslations("desk.delivery.lanes");
  if (lanes.length === 0) return null;
  return (
    <Section id="lanes" title={t("title")}>
      <Table
        caption={t("caption")}
        head={
          <>
            <Head>{t("lane")}</Head>
            <Head>{t("to")}</Head>
            <Head number>{t("pace")}</Head>
            <Head>{t("state")}</Head>
          </>
        }
      >
        {lanes.map((lane) => (
          <FoldedRow key={lane.name} className="max-xl:block">
            <RowHead className="pe-6 font-semibold wrap-anywhere max-xl:block xl:min-w-44">
              <bdi>{lane.name}</bdi>
            </RowHead>
            <Cell className="max-xl:block xl:min-w-44">
              <FoldedWord>{t("to")}</FoldedWord>
              {lane.recipients.join(", ")}
            </Cell>
            <Cell number className="whitespace-nowrap max-xl:block">
              <FoldedWord>{t("pace")}</FoldedWord>
              {lane.openedAt ? <span className="text-muted">—</span> : t("rate", { rate: formatPace(lane.rate) })}
            </Cell>
            <Cell className="max-w-[62ch] max-xl:block">
              <LaneState
                lane={lane}
                paused={pauses.some(({ scope, subject }) => scope === "lane" && subject === lane.name)}
              />
            </Cell>
          </FoldedRow>
        ))}
      </Table>
    </Section>
  );
}

function LaneState({ lane, paused }: { lane: LaneLine; paused: boolean }) {
  const t = useTranslations("desk.delivery.lanes");
  const { slowedAt, openedAt, tried } = lane;
  const state = openedAt ? "broken" : paused ? "paused" : slowedAt ? "slowed" : tried ? "open" : "untried";
  // Most answers are kept with their code.
  const coded = lane.response?.startsWith(`${lane.code} `);
  const answer = coded ? lane.response : [lane.code, lane.enhancedCode, lane.response].filter(Boolean).join(" ");
  const broken = (since: string) => {
    const time = formatBrief(new Date(since));
    if (!lane.probeAt) return t("brokenNoProbe", { time });
    const next = lane.probeDue ? t("nextNow") : t("nextAt", { time: formatBrief(new Date(lane.probeAt)) });
    return t("brokenSince", { time, next });
  };
  return (
    <>
      <p className="inline-flex items-center gap-2">
        <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${tones[state]}`} />
        {t(`states.${state}`)}
      </p>
      {openedAt && <p className="text-muted">{broken(openedAt)}</p>}
      {!openedAt && slowedAt && (
        <p className="text-muted">{t("slowedSince", { time: formatBrief(new Date(slowedAt)) })}</p>
      )}
      {answer && state !== "open" && <p className="text-muted wrap-anywhere">{t("answer", { answer })}</p>}
    </>
  );
}
