type ErrorSummaryProps = {
  title: string;
  errors: { field: string; text: string }[];
  /** A page that is loaded because of what is wrong begins here, without script too. */
  autoFocus?: boolean;
};

/** What is wrong, on top of the page, each line a link to its field. The words are those beside the field. */
export function ErrorSummary({ title, errors, autoFocus = false }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div
      role="alert"
      tabIndex={-1}
      autoFocus={autoFocus}
      aria-labelledby="error-summary"
      className="border-2 border-brick bg-sheet p-5"
    >
      <h2 id="error-summary" className="font-serif text-xl font-semibold">
        {title}
      </h2>
      <ul className="mt-1">
        {errors.map(({ field, text }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              className="inline-flex min-h-11 items-center py-1 font-semibold text-balance wrap-anywhere text-brick underline underline-offset-2"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
