import type { ToldProblem } from "@/lib/imports/problem-words";

/** What is wrong with a row, field by field. */
export function ProblemTexts({ problems }: { problems: ToldProblem[] }) {
  return (
    <ul className="space-y-0.5 text-brick">
      {problems.map(({ field, text }) => (
        <li key={`${field} ${text}`} className="wrap-anywhere">
          <span className="font-semibold">{field}:</span> {text}
        </li>
      ))}
    </ul>
  );
}
