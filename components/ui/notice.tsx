import type { ReactNode } from "react";

const edges = {
  example: "border-amber",
  paused: "border-amber",
  closed: "border-edge",
  overdue: "border-amber",
  stopped: "border-brick",
  newer: "border-blue",
} as const;

/** A few words set apart by a coloured edge; the title says what the colour means. */
export function Notice({ kind, title, children }: { kind: keyof typeof edges; title: string; children: ReactNode }) {
  return (
    <aside aria-label={title} className={`border-s-4 ${edges[kind]} bg-sheet px-4 py-3 text-sm`}>
      <p className="font-semibold">{title}</p>
      <div className="text-muted">{children}</div>
    </aside>
  );
}
