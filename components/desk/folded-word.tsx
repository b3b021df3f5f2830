/** The column's name before a value that lost its head. Not read out: the table still has it. */
export function FoldedWord({ children }: { children: string }) {
  return (
    <span aria-hidden="true" className="text-muted xl:hidden">
      {children}{" "}
    </span>
  );
}
