import type { components } from '@dangol/api/schema.d.ts';
import { useOfficeWords } from '../words/office.ts';
import { barsOf } from './bars.ts';

const barWidth = 40;
const chartHeight = 140;
const labelHeight = 24;

/** Bars for those who see them, and the same as a table. */
export function HourChart({ hours }: { hours: readonly components['schemas']['SoldHour'][] }) {
  const words = useOfficeWords();
  const bars = barsOf(hours);
  const width = Math.max(bars.length, 6) * barWidth;
  return (
    <>
      <svg class="hour-chart" viewBox={`0 0 ${width} ${chartHeight + 2 * labelHeight}`} aria-hidden="true">
        {bars.map(({ hour, orders, height }, index) => {
          const high = height * chartHeight;
          const middle = index * barWidth + barWidth / 2;
          return (
            <g key={index}>
              <rect x={middle - 13} y={labelHeight + chartHeight - high} width={26} height={Math.max(high, 1)} rx={4} />
              {orders > 0 && (
                <text x={middle} y={labelHeight + chartHeight - high - 6}>
                  {orders}
                </text>
              )}
              <text x={middle} y={chartHeight + 2 * labelHeight - 6}>
                {hour}
              </text>
            </g>
          );
        })}
      </svg>
      <details class="as-table">
        <summary>{words.asTable}</summary>
        <table class="table">
          <tbody>
            {bars.map(({ hour, orders }, index) => (
              <tr key={index}>
                <th scope="row">{words.hour(hour)}</th>
                <td>{words.ordersCount(orders)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
