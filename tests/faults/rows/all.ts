import type { Row } from "@/tests/faults/row";
import { databaseRows } from "./database";
import { pointRows } from "./points";
import { processRows } from "./processes";

/** Every row, in the order they are played in. */
export const rows: Row[] = [...pointRows, ...processRows, ...databaseRows];
