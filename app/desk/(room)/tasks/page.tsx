import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { Section } from "@/components/desk/section";
import { DoneTaskTable, TaskTable } from "@/components/life/task-table";
import { mayDo } from "@/lib/accounts/access";
import { listDoneTasks, listOpenTasks } from "@/lib/tasks/queries";
import { finishTaskAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.tasks");
  return { title: t("title") };
}

export default async function TasksPage() {
  const actor = await requireActor("/desk/tasks");
  const tasks = await allowed(listOpenTasks(actor));
  const done = await allowed(listDoneTasks(actor));
  const finish = mayDo(actor, "tasks.finish") ? (id: string) => finishTaskAction.bind(null, id) : undefined;
  const t = await getTranslations("desk.tasks");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="space-y-10">
        {tasks.length > 0 ? (
          <TaskTable tasks={tasks} finish={finish} />
        ) : (
          <Empty title={t("emptyTitle")}>{t("empty")}</Empty>
        )}
        {done.length > 0 && (
          <Section id="done" title={t("done")}>
            <DoneTaskTable tasks={done} />
          </Section>
        )}
      </div>
    </>
  );
}
