import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActButton } from "@/components/desk/act-button";
import type { FormAction } from "@/components/desk/action-form";
import { FoldedWord } from "@/components/desk/folded-word";
import { Moment } from "@/components/desk/moment";
import { Cell, FoldedRow, Head, RowHead, Table } from "@/components/desk/table";
import { TickAll, TickBox } from "@/components/desk/tick-box";
import type { ListedTask } from "@/lib/tasks/queries";

/** What waits for a decision, each leading to where it is made. */
export function TaskTable({ tasks, finish }: { tasks: ListedTask[]; finish?: FormAction | undefined }) {
  const t = useTranslations("desk.tasks");
  const tick = useTranslations("desk.bulk");
  return (
    <Table
      caption={t("caption")}
      head={
        <>
          <Head>
            <span className="flex items-end gap-3">
              <TickAll label={tick("page")} />
              {t("task")}
            </span>
          </Head>
          <Head>{t("campaign")}</Head>
          <Head>{t("since")}</Head>
          {finish && <Head>{t("acts")}</Head>}
        </>
      }
    >
      {tasks.map(({ id, kind, campaignId, title, since }) => (
        <FoldedRow key={id} className="max-xl:block">
          <RowHead className="pe-6 max-xl:block">
            <span className="flex items-baseline gap-3">
              <TickBox value={id} label={tick("tick", { name: `${t(`kinds.${kind}`)}, ${title}` })} />
              <Link href={`/desk/campaigns/${campaignId}/life`} className="link">
                {t(`kinds.${kind}`)}
              </Link>
            </span>
          </RowHead>
          <Cell className="font-serif wrap-anywhere max-xl:block">{title}</Cell>
          <Cell className="xl:whitespace-nowrap max-xl:block">
            <FoldedWord>{t("since")}</FoldedWord>
            <Moment at={since} />
          </Cell>
          {finish && (
            <Cell className="max-xl:block">
              <ActButton
                action={finish}
                fields={{ pick: id }}
                pending={t("finishing")}
                done={t("finished")}
                label={t("finishLabel", { task: t(`kinds.${kind}`), campaign: title })}
              >
                {t("finish")}
              </ActButton>
            </Cell>
          )}
        </FoldedRow>
      ))}
    </Table>
  );
}

/** What was decided lately, and by whom. */
export function DoneTaskTable({ tasks }: { tasks: ListedTask[] }) {
  const t = useTranslations("desk.tasks");
  return (
    <Table
      caption={t("doneCaption")}
      head={
        <>
          <Head>{t("task")}</Head>
          <Head>{t("campaign")}</Head>
          <Head>{t("doneAt")}</Head>
          <Head>{t("doneBy")}</Head>
        </>
      }
    >
      {tasks.map(({ id, kind, title, doneAt, doneBy }) => (
        <FoldedRow key={id} className="max-xl:block">
          <RowHead className="pe-6 max-xl:block">{t(`kinds.${kind}`)}</RowHead>
          <Cell className="font-serif wrap-anywhere max-xl:block">{title}</Cell>
          <Cell className="xl:whitespace-nowrap max-xl:block">{doneAt && <Moment at={doneAt} />}</Cell>
          <Cell className="wrap-anywhere max-xl:block">{doneBy ?? t("byItself")}</Cell>
        </FoldedRow>
      ))}
    </Table>
  );
}
