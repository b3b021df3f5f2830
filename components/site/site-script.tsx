/**
 * The one script of the public side. A page with several parts that use it runs it once: it is a module.
 * @param props.forgets the slug of an appeal whose draft is no longer to be kept on the device
 */
export function SiteScript({ forgets }: { forgets?: string | undefined }) {
  return <script type="module" src="/appeal.js" data-own="" data-forget-draft={forgets} />;
}
