// Where the shop, the door and the rider are to each other. No streets: the map app has those; this one works in a cellar.
import type { Place } from '@dangol/api';
import { useRiderWords } from '../words.ts';
import { distanceText, drawingOf, metresBetween } from '../work/place.ts';

const width = 320;
const height = 132;
const margin = 32;

interface Mark {
  kind: 'me' | 'shop' | 'door';
  place: Place;
  text: string;
}

export function Sketch({ me, shop, door }: { me: Place | undefined; shop?: Place; door: Place }) {
  const words = useRiderWords();
  const marks: Mark[] = [
    ...(me ? [{ kind: 'me', place: me, text: words.me } as const] : []),
    ...(shop ? [{ kind: 'shop', place: shop, text: words.shop } as const] : []),
    { kind: 'door', place: door, text: words.door },
  ];
  if (marks.length < 2) return null;
  const { points, metresPerUnit } = drawingOf(
    marks.map((mark) => mark.place),
    width,
    height,
    margin,
  );
  const toDoor = distanceText(metresBetween(shop ?? me ?? door, door));
  const label = shop && me ? words.sketch(distanceText(metresBetween(me, shop)), toDoor) : words.sketchToDoor(toDoor);
  const scale = scaleFor(metresPerUnit);
  return (
    <svg class="sketch" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {points.slice(1).map((to, index) => {
        const from = points[index] ?? to;
        return (
          <line
            key={index}
            class={index === 0 ? 'sketch-way sketch-way-next' : 'sketch-way'}
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
          />
        );
      })}
      {marks.map(({ kind, text }, index) => {
        const { x, y } = points[index] ?? { x: 0, y: 0 };
        const above = points.some((other) => other.y > y + 1 && Math.abs(other.x - x) < 60) || y > height - 36;
        return (
          <g key={kind} class={`sketch-${kind}`}>
            <circle cx={x} cy={y} r={kind === 'me' ? 7 : 9} />
            <text x={x} y={above ? y - 14 : y + 24} text-anchor="middle">
              {text}
            </text>
          </g>
        );
      })}
      <g class="sketch-scale">
        <path d={`M12 ${height - 14}v6h${scale.units}v-6`} />
        <text x={18 + scale.units} y={height - 6}>
          {distanceText(scale.metres)}
        </text>
      </g>
    </svg>
  );
}

/** A round length that is a quarter of the drawing at most. */
function scaleFor(metresPerUnit: number): { metres: number; units: number } {
  const most = (width / 4) * metresPerUnit;
  const metres = [2000, 1000, 500, 200, 100].find((length) => length <= most) ?? 50;
  return { metres, units: metres / metresPerUnit };
}
