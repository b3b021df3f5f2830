import { sampleEmbassies } from "@/lib/embassies/samples";

/** The sample as a file, for whoever wants to see what one looks like. It is the same for everybody. */
export function GET(): Response {
  return new Response(sampleEmbassies, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="embassies-sample.csv"',
    },
  });
}
