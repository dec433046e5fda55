import { clock, useLanguage } from '@dangol/i18n';
import { useQuery } from '@tanstack/preact-query';
import { pulseQuery } from '../data.ts';
import { useHomeWords, waitText } from '../words/home.ts';
import { Plot } from './Plot.tsx';
import { figuresOf, type Minute } from './pulse.ts';

/** The last hour drawn; and as a table, for screen readers and for exact figures. */
export default function Plots() {
  const words = useHomeWords();
  const { data } = useQuery(pulseQuery);
  const minutes = data?.minutes ?? [];
  const figures = figuresOf(minutes);
  const inMinutes = (seconds: number | undefined) => (seconds === undefined ? null : seconds / 60);
  const said = (seconds: number | undefined) => waitText(seconds, words);
  const at = minutes.map((minute) => Date.parse(minute.at) / 1000);
  return (
    <section class="plots card" aria-labelledby="plots-title">
      <h2 id="plots-title">{words.lastHour}</h2>
      <Plot
        title={words.ordersPlot}
        says={words.ordersPlotSays(figures.placed, figures.canceled)}
        at={at}
        lines={[
          { name: words.placed, colour: '--brand', filled: true, values: minutes.map(({ placed }) => placed) },
          { name: words.completed, colour: '--ink-soft', values: minutes.map(({ completed }) => completed) },
          { name: words.canceled, colour: '--bad', dashed: true, values: minutes.map(({ canceled }) => canceled) },
        ]}
      />
      <Plot
        title={words.waitsPlot}
        says={words.waitsPlotSays(said(figures.waitUsual), said(figures.waitSlow))}
        at={at}
        lines={[
          { name: words.p50, colour: '--brand', values: minutes.map(({ waitP50 }) => inMinutes(waitP50)) },
          {
            name: words.p90,
            colour: '--accent',
            dashed: true,
            values: minutes.map(({ waitP90 }) => inMinutes(waitP90)),
          },
        ]}
      />
      <details class="plots-table">
        <summary>{words.asTable}</summary>
        <MinutesTable minutes={minutes} />
      </details>
    </section>
  );
}

function MinutesTable({ minutes }: { minutes: readonly Minute[] }) {
  const words = useHomeWords();
  const language = useLanguage();
  const wait = (seconds: number | undefined) => (seconds === undefined ? words.unknown : (seconds / 60).toFixed(1));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section class="table-scroll" aria-label={words.lastHour} tabIndex={0}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.minute}</th>
            <th scope="col">{words.placed}</th>
            <th scope="col">{words.completed}</th>
            <th scope="col">{words.canceled}</th>
            <th scope="col">{words.p50}</th>
            <th scope="col">{words.p90}</th>
          </tr>
        </thead>
        <tbody>
          {minutes.toReversed().map((minute) => (
            <tr key={minute.at}>
              <th scope="row">{clock(minute.at, language)}</th>
              <td>{minute.placed}</td>
              <td>{minute.completed}</td>
              <td>{minute.canceled}</td>
              <td>{wait(minute.waitP50)}</td>
              <td>{wait(minute.waitP90)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
