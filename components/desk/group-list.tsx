import Link from "next/link";
import { useTranslations } from "next-intl";
import type { GroupLine } from "@/lib/recipients/groups";
import { ActButton } from "./act-button";
import type { FormAction } from "./action-form";
import { Empty } from "./empty";
import { NewGroupForm } from "./new-group-form";

type GroupListProps = {
  groups: GroupLine[];
  /** Missing for those who may only look. */
  acts?: { add: FormAction; remove: (id: string) => FormAction } | undefined;
};

/** The groups of recipients, and the way to one more. */
export function GroupList({ groups, acts }: GroupListProps) {
  const t = useTranslations("desk.groups");
  return (
    <>
      {groups.length === 0 && <Empty title={t("emptyTitle")}>{t("empty")}</Empty>}
      <ul className="max-w-[44rem] divide-y divide-line border-y border-line empty:hidden">
        {groups.map(({ id, name, count }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
            <span className="wrap-anywhere">
              <Link href={`/desk/recipients?group=${id}`} prefetch={false} className="link font-semibold">
                {name}
              </Link>{" "}
              <span className="text-muted">· {t("count", { count })}</span>
            </span>
            {acts && (
              <ActButton
                action={acts.remove(id)}
                pending={t("removing")}
                done={t("removed")}
                label={`${t("remove")} ${name}`}
              >
                {t("remove")}
              </ActButton>
            )}
          </li>
        ))}
      </ul>
      {acts && (
        <div className="mt-8 max-w-[26rem]">
          <NewGroupForm key={groups.length} action={acts.add} keep={`group:${groups.length}`} />
        </div>
      )}
    </>
  );
}
