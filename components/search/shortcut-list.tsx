import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { GoShortcut } from "./shortcuts";

/** Every shortcut of the desk with what it does. */
export function ShortcutList({ shortcuts }: { shortcuts: GoShortcut[] }) {
  const t = useTranslations("desk.shortcuts");
  const then = t("then");
  return (
    <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
      <Group title={t("anywhere")}>
        <Line keys={["?"]}>{t("sheet")}</Line>
        <Line keys={["/"]}>{t("search")}</Line>
        <Line keys={[t("ctrlK"), t("commandK")]} between={t("or")}>
          {t("search")}
        </Line>
        <Line keys={[t("escape")]}>{t("closes")}</Line>
      </Group>
      <Group title={t("go")}>
        {shortcuts.map(({ target, key }) => (
          <Line key={target} keys={["g", key]} between={then}>
            {t(`targets.${target}`)}
          </Line>
        ))}
      </Group>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-xs text-muted">{title}</h2>
      <dl className="mt-1 divide-y divide-line border-y border-line">{children}</dl>
    </section>
  );
}

type LineProps = { keys: string[]; between?: string; children: ReactNode };

function Line({ keys, between, children }: LineProps) {
  return (
    <div className="flex flex-row-reverse items-baseline justify-between gap-4 py-1.5">
      <dt className="shrink-0 text-xs whitespace-nowrap text-muted">
        {keys.map((key, at) => (
          <span key={key}>
            {at > 0 && ` ${between} `}
            <kbd className="inline-block min-w-6 rounded-sm border border-edge bg-paper px-1.5 text-center font-sans text-ink">
              {key}
            </kbd>
          </span>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
