import { useTranslations } from "next-intl";

const cell = "max-w-[18rem] truncate border-b border-line px-3 py-1.5 text-start";

/** The first rows of a file as they are read, cell by cell. */
export function FirstRows({ head, rows }: { head: string[] | null; rows: string[][] }) {
  const t = useTranslations("desk.import");
  const width = Math.max(head?.length ?? 0, ...rows.map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, n) => n);
  return (
    <div
      role="region"
      aria-label={t("firstRows")}
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-sm border border-line bg-sheet text-sm"
    >
      <table className="border-separate border-spacing-0">
        <caption className="sr-only">{t("firstRows")}</caption>
        <thead className="sticky top-0 bg-sheet">
          <tr>
            {columns.map((n) => (
              <th key={n} scope="col" dir="auto" className={`${cell} bg-sheet font-semibold`}>
                {head?.[n] || t("columnNumber", { n: n + 1 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a row of a file is its place in it
            <tr key={at}>
              {columns.map((n) => (
                <td key={n} dir="auto" className={cell}>
                  {row[n]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
