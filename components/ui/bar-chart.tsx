type BarChartProps = {
  /** Says in words what the bars show: they are for the eye. */
  label: string;
  values: number[];
  /** Written at the top and at the ends of the time line. */
  most: string;
  from: string;
  to: string;
};

const height = 120;
const step = 6;

/** Bars along a line of time, the oldest first. Drawn without script; what they say stands in a table beside them. */
export function BarChart({ label, values, most, from, to }: BarChartProps) {
  const top = Math.max(1, ...values);
  const width = values.length * step;
  const bars = values.map((value, at) => ({
    x: at * step + 1,
    tall: value > 0 ? Math.max(2, (value / top) * height) : 0,
  }));
  return (
    <figure className="min-w-0">
      <div className="flex gap-3">
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          className="block h-32 w-full min-w-0 border-b border-edge"
        >
          <line x1="0" x2={width} y1="0.5" y2="0.5" className="stroke-line" vectorEffect="non-scaling-stroke" />
          <line
            x1="0"
            x2={width}
            y1={height / 2}
            y2={height / 2}
            className="stroke-line"
            vectorEffect="non-scaling-stroke"
          />
          {bars.map(({ x, tall }) => (
            <rect key={x} x={x} y={height - tall} width={step - 2} height={tall} className="fill-blue" />
          ))}
        </svg>
        <p aria-hidden="true" className="w-14 shrink-0 text-xs leading-none text-muted tabular-nums">
          {most}
        </p>
      </div>
      <p aria-hidden="true" className="me-17 mt-1 flex justify-between text-xs text-muted tabular-nums">
        <span>{from}</span>
        <span>{to}</span>
      </p>
    </figure>
  );
}
