import type { Row } from "@/tests/faults/row";
import { bounceRows } from "./bounces";
import { clockRows } from "./clock";
import { databaseRows } from "./database";
import { letterRows } from "./letters";
import { memberRows } from "./members";
import { pointRows } from "./points";
import { processRows } from "./processes";
import { restoreRows } from "./restore";
import { serverRows } from "./servers";
import { versionRows } from "./versions";

/** Every row, in the order they are played in. */
export const rows: Row[] = [
  ...pointRows,
  ...processRows,
  ...databaseRows,
  ...serverRows,
  ...memberRows,
  ...letterRows,
  ...bounceRows,
  ...clockRows,
  ...restoreRows,
  ...versionRows,
];
