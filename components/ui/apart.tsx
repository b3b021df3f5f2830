import type { ReactNode } from "react";

/**
 * Fills a tag of a message with a name that stands in its own script, kept apart from the direction of what surrounds it.
 */
export function apart(name: string): () => ReactNode {
  return () => <bdi>{name}</bdi>;
}
