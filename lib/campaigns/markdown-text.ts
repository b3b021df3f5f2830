import type { List, Nodes, Parents, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

/** What a Markdown text says, as plain text: paragraphs divided by empty lines, links with their addresses behind them. */
export function markdownText(markdown: string): string {
  return blocksOf(fromMarkdown(markdown));
}

function blocksOf({ children }: Parents): string {
  return (children as RootContent[])
    .map(blockOf)
    .filter((block) => block !== "")
    .join("\n\n");
}

function blockOf(node: RootContent): string {
  if (node.type === "list") return listOf(node);
  if (node.type === "code") return node.value;
  if (node.type === "thematicBreak") return "* * *";
  // Markup that the public page leaves out as well.
  if (node.type === "html" || node.type === "definition") return "";
  if (node.type === "blockquote") return blocksOf(node);
  return inlineOf(node).trim();
}

function listOf({ children, ordered, start }: List): string {
  return children
    .map((item, at) => {
      const mark = ordered ? `${(start ?? 1) + at}. ` : "- ";
      return mark + blocksOf(item).replaceAll(/\n+/g, "\n");
    })
    .join("\n");
}

function inlineOf(node: Nodes): string {
  if (node.type === "text") return node.value.replace(/\s*\n\s*/g, " ");
  if (node.type === "inlineCode") return node.value;
  if (node.type === "break") return "\n";
  if (!("children" in node)) return "";
  const words = node.children.map(inlineOf).join("");
  return node.type === "link" && words !== node.url && `mailto:${words}` !== node.url
    ? `${words} (${node.url})`
    : words;
}
