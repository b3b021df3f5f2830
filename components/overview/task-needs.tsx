import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ListedTask } from "@/lib/tasks/queries";
import { Need } from "./need";

/** How many tasks are open, and those that wait longest. */
export type OpenTasks = { count: number; first: ListedTask[] };

/** What members have to decide about campaigns. */
export function TaskNeeds({ tasks: { count, first } }: { tasks: OpenTasks }) {
  const t = useTranslations("desk");
  if (count === 0) return null;
  return (
    <Need count={count} href="/desk/tasks" text={t("overview.tasks", { count })}>
      <ul className="mt-0.5 text-xs leading-5 text-muted">
        {first.map(({ id, kind, campaignId, title }) => (
          <li key={id} className="wrap-anywhere">
            <Link href={`/desk/campaigns/${campaignId}/life`} prefetch={false} className="text-blue hover:underline">
              {t(`tasks.kinds.${kind}`)}
            </Link>{" "}
            {title}
          </li>
        ))}
      </ul>
    </Need>
  );
}
