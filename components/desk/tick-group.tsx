"use client";

import { Tick } from "./fields";
import { Group } from "./group";

type TickGroupProps = {
  /** What an error of all of them is about; no field has this name. */
  name: string;
  label: string;
  hint?: string;
  ticks: { name: string; label: string; hint?: string }[];
};

/** More than these are scrolled through. */
const mostAtOnce = 14;

/** Tick boxes that answer one question. */
export function TickGroup({ ticks, ...group }: TickGroupProps) {
  const boxes = ticks.map((tick) => <Tick key={tick.name} {...tick} />);
  return (
    <Group {...group}>
      {ticks.length > mostAtOnce ? <div className="max-h-96 overflow-y-auto border-y border-line">{boxes}</div> : boxes}
    </Group>
  );
}
