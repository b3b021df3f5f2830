import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { DoneNotice } from "@/components/desk/done-notice";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { Section } from "@/components/desk/section";
import { TickList } from "@/components/desk/tick-list";
import { DoneTaskTable, TaskTable } from "@/components/life/task-table";
import { mayDo } from "@/lib/accounts/access";
import { countOpenTasks, listDoneTasks, listOpenTasks } from "@/lib/tasks/queries";
import { taskActs } from "@/lib/tasks/reopen-tasks";
import { findDone } from "@/lib/undo/queries";
import { finishTasksAction, reopenTasksAction } from "./actions";

type Props = { searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.tasks");
  return { title: t("title") };
}

export default async function TasksPage({ searchParams }: Props) {
  const actor = await requireActor("/desk/tasks");
  const { did } = await searchParams;
  const [tasks, total, done, last] = await Promise.all([
    allowed(listOpenTasks(actor)),
    allowed(countOpenTasks(actor)),
    allowed(listDoneTasks(actor)),
    allowed(findDone(actor, did, taskActs)),
  ]);
  const finishes = mayDo(actor, "tasks.finish");
  const t = await getTranslations("desk.tasks");
  const table = <TaskTable tasks={tasks} finish={finishes ? finishTasksAction : undefined} />;
  return (
    <>
      <DoneNotice done={last} action={reopenTasksAction} />
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="space-y-10">
        {tasks.length === 0 && <Empty title={t("emptyTitle")}>{t("empty")}</Empty>}
        {tasks.length > 0 && finishes && (
          <TickList
            action={finishTasksAction}
            filter=""
            total={total}
            listed={tasks.length}
            words={{ submit: t("finishMany"), pending: t("finishing") }}
            done={last ? `${last.id} ${last.undone}` : ""}
          >
            {table}
          </TickList>
        )}
        {tasks.length > 0 && !finishes && table}
        {done.length > 0 && (
          <Section id="done" title={t("done")}>
            <DoneTaskTable tasks={done} />
          </Section>
        )}
      </div>
    </>
  );
}
