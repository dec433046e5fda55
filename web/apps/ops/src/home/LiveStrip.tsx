import { useQuery } from '@tanstack/preact-query';
import { pulseQuery } from '../data.ts';
import { useHomeWords, waitText } from '../words/home.ts';
import { figuresOf } from './pulse.ts';

/** How busy it is, in one line of figures. */
export function LiveStrip() {
  const words = useHomeWords();
  const { data } = useQuery(pulseQuery);
  const figures = data && figuresOf(data.minutes);
  const minutes = (seconds: number | undefined) => waitText(seconds, words);
  const rate = figures?.cancelRate;
  return (
    <dl class="strip" aria-label={words.now}>
      <Figure
        name={words.perMinute}
        value={figures ? figures.perMinute.toFixed(figures.perMinute < 10 ? 1 : 0) : words.unknown}
        hint={words.perMinuteHint}
      />
      <Figure
        name={words.openOrders}
        value={data ? words.orders(data.open) : words.unknown}
        hint={words.openOrdersHint}
      />
      <Figure name={words.waitUsual} value={minutes(figures?.waitUsual)} hint={words.waitHint} />
      <Figure name={words.waitSlow} value={minutes(figures?.waitSlow)} hint={words.waitSlowHint} />
      <Figure
        name={words.cancelRate}
        value={rate === undefined ? words.unknown : `${(rate * 100).toFixed(rate < 0.1 ? 1 : 0)}%`}
        hint={figures ? words.cancelHint(figures.canceled, figures.placed) : ''}
      />
    </dl>
  );
}

function Figure({ name, value, hint }: { name: string; value: string; hint: string }) {
  return (
    <div class="figure">
      <dt class="figure-name">{name}</dt>
      <dd>
        <span class="figure-value">{value}</span>
        <span class="figure-hint">{hint}</span>
      </dd>
    </div>
  );
}
