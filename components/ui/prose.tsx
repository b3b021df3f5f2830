import Markdown from "react-markdown";
import rehypeSanitize from "rehype-sanitize";

/** Markdown of an appeal, sanitised: headings start below the page's own. */
export function Prose({ text }: { text: string }) {
  return (
    <div className="prose">
      <Markdown rehypePlugins={[rehypeSanitize]} components={{ h1: "h3", h2: "h3", h3: "h4", img: () => null }}>
        {text}
      </Markdown>
    </div>
  );
}
