"use client";

import { Tick } from "./fields";
import { Group } from "./group";

type TickGroupProps = {
  /** What an error of all of them is about; no field has this name. */
  name: string;
  label: string;
  hint?: string;
  ticks: { name: string; label: string; hint?: string; /** Seen only while it is ticked. */ ifTicked?: boolean }[];
};

/** More than these are scrolled through. */
const mostAtOnce = 14;

/** Tick boxes that answer one question. */
export function TickGroup({ ticks, ...group }: TickGroupProps) {
  const boxes = ticks.map(({ ifTicked, ...tick }) => (
    <div key={tick.name} className={ifTicked ? "hidden has-checked:block" : ""}>
      <Tick {...tick} />
    </div>
  ));
  return (
    <Group {...group}>
      {ticks.length > mostAtOnce ? <div className="max-h-96 overflow-y-auto border-y border-line">{boxes}</div> : boxes}
    </Group>
  );
}
