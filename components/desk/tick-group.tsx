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

/** Tick boxes that answer one question. */
export function TickGroup({ ticks, ...group }: TickGroupProps) {
  return (
    <Group {...group}>
      {ticks.map((tick) => (
        <Tick key={tick.name} {...tick} />
      ))}
    </Group>
  );
}
