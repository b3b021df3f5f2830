/** An appeal to lead to: what it asks, and about whom. */
export type AppealLink = {
  href: string;
  request: string;
  title: string;
  language: string;
  dir: "ltr" | "rtl";
};

/** A short list of appeals; nothing when there is none. */
export function AppealLinks({ appeals }: { appeals: AppealLink[] }) {
  if (appeals.length === 0) return null;
  return (
    <ul className="mt-2 divide-y divide-line border-y border-line">
      {appeals.map(({ href, request, title, language, dir }) => (
        <li key={href} lang={language} dir={dir} className="py-3">
          <a href={href} className="link font-serif text-lg font-semibold">
            {request}
          </a>
          <p className="text-sm text-muted">{title}</p>
        </li>
      ))}
    </ul>
  );
}
