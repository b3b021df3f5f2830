import { isLocale } from "@/lib/locales";

type Params<Name extends string> = Record<"locale" | Name, string>;
type Post<Name extends string> = (request: Request, context: { params: Promise<Params<Name>> }) => Promise<Response>;

/** A page of the public side whose form posts to its own address. */
export type FormRoute = {
  /** Where it is between the language and its last segment; `*` stands for any segment. */
  section: string[];
  post: (request: Request, locale: string, value: string) => Promise<Response>;
};

/**
 * A line of the table of forms: `POST /{locale}/{section}/{name}` is answered by a route module without Next.
 * @param section the segments between, such as `check`; one that is `*` may be anything, and is nothing to the module
 * @param name what the module calls the last segment of the path
 */
export function formRoute<Name extends string>(section: string, name: Name, post: Post<Name>): FormRoute {
  return {
    section: section.split("/"),
    post: (request, locale, value) =>
      post(request, { params: Promise.resolve({ locale, [name]: value } as Params<Name>) }),
  };
}

/** Finds the form behind a path, with what has to be given to it. */
export function findForm(routes: FormRoute[], path: string): ((request: Request) => Promise<Response>) | undefined {
  const [, locale = "", ...segments] = path.split("/");
  const value = segments.pop() ?? "";
  const route = routes.find(({ section }) => fits(section, segments));
  if (!route || !isLocale(locale) || value === "") return undefined;
  return (request) => route.post(request, locale, decodeURIComponent(value));
}

function fits(section: string[], segments: string[]): boolean {
  return section.length === segments.length && section.every((one, at) => one === "*" || one === segments[at]);
}
