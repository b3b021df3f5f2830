/**
 * The one script of an appeal's pages.
 * @param props.forgets the slug of an appeal whose draft is no longer to be kept on the device
 */
export function AppealScript({ forgets }: { forgets?: string | undefined }) {
  return <script type="module" src="/appeal.js" data-own="" data-forget-draft={forgets} />;
}
