import { notFound } from "next/navigation";
import { orRefusal, Refusal } from "@/lib/errors";

/** An answer, or the page "nothing here": whether something exists elsewhere is not told to those who may not see it. */
export async function allowed<T>(answer: Promise<T>): Promise<T> {
  const result = await orRefusal(answer);
  return result instanceof Refusal ? notFound() : result;
}
