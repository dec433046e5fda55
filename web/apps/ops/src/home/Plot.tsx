import { clock, useLanguage } from '@dangol/i18n';
import { useEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

interface Line {
  name: string;
  /** A token, so that dark and light are right. */
  colour: string;
  values: readonly (number | null)[];
  filled?: boolean;
  dashed?: boolean;
}
interface Props {
  title: string;
  /** The same in words, for screen readers. */
  says: string;
  /** Seconds since the epoch. */
  at: readonly number[];
  lines: readonly Line[];
}

const height = 150;
const dark = matchMedia('(prefers-color-scheme: dark)');

/** Lines over time. The legend is text beside a sample of the line, so that colour alone tells nothing. */
export function Plot({ title, says, at, lines }: Props) {
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>();
  const [isDark, setDark] = useState(dark.matches);
  const data = [at, ...lines.map(({ values }) => values)] as uPlot.AlignedData;

  useEffect(() => {
    const follow = () => setDark(dark.matches);
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }, []);

  useEffect(() => {
    const target = place.current;
    if (!target) return;
    const style = getComputedStyle(document.documentElement);
    const token = (name: string) => style.getPropertyValue(name).trim();
    const axis = { stroke: token('--ink-soft'), grid: { stroke: token('--line'), width: 1 }, ticks: { show: false } };
    const drawn = new uPlot(
      {
        width: target.clientWidth,
        height,
        legend: { show: false },
        cursor: { show: false },
        scales: { y: { range: (_plot, _low, high) => [0, Math.max(2, Math.ceil((high ?? 0) * 1.15))] } },
        axes: [
          { ...axis, values: (_plot, marks) => marks.map((mark) => clock(mark * 1000, language)), space: 80, size: 28 },
          { ...axis, size: 32, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500] },
        ],
        series: [
          {},
          ...lines.map(({ colour, filled, dashed }) => ({
            stroke: token(colour),
            width: 2,
            spanGaps: true,
            points: { show: false },
            ...(filled ? { fill: token('--brand-soft') } : {}),
            ...(dashed ? { dash: [5, 4] } : {}),
          })),
        ],
      },
      data,
      target,
    );
    plot.current = drawn;
    const resized = new ResizeObserver(() => drawn.setSize({ width: target.clientWidth, height }));
    resized.observe(target);
    return () => {
      resized.disconnect();
      drawn.destroy();
    };
    // Drawn anew only when its look changes; figures come in by setData.
  }, [isDark, language]);

  useEffect(() => plot.current?.setData(data), [at, lines]);

  return (
    <figure class="plot">
      <figcaption class="plot-head">
        <h3>{title}</h3>
        <ul class="plot-legend">
          {lines.map(({ name, colour, dashed }) => (
            <li key={name}>
              <svg class={`plot-sample plot-sample${colour}`} viewBox="0 0 20 4" aria-hidden="true">
                <path d="M0 2h20" stroke-dasharray={dashed ? '5 3' : undefined} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      </figcaption>
      <div ref={place} class="plot-place" role="img" aria-label={says} />
    </figure>
  );
}
