import { z } from "zod";
import type { Chosen } from "@/lib/forms";

/** The list of open tasks is not narrowed. */
export const taskFilterSchema = z.object({});

/** Open tasks that were chosen. */
export type ChosenTasks = Chosen<z.infer<typeof taskFilterSchema>>;
