// `/rider/earnings`: what a day brought.
import { ok } from '@dangol/api';
import { allOf, clock, dayAfter, dayName, money, useCommonWords, useLanguage } from '@dangol/i18n';
import { remembered } from '@dangol/shell';
import { Button, Failed, Waiting } from '@dangol/ui';
import { queryOptions, useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { api } from '../services.ts';
import { useRiderWords } from '../words.ts';
import { keys } from '../work/keys.ts';
import { Heading } from './Heading.tsx';
import { Screen } from './Screen.tsx';

const daysBack = 30;
const rhythmMs = 60_000;

/** Without a day, of the present one: where it begins and ends, the server knows. */
const earningsQuery = (day?: string) =>
  queryOptions({
    queryKey: [...keys.earnings, day],
    queryFn: () => ok(api.GET('/deliveries/earnings', { params: { query: day ? { day } : {} } })),
    refetchInterval: day ? false : rhythmMs,
    ...remembered,
  });

export default function Earnings() {
  const words = useRiderWords();
  const common = useCommonWords();
  const language = useLanguage();
  const [ago, setAgo] = useState(0);
  const today = useQuery(earningsQuery()).data?.day;
  const day = today && dayAfter(today, -ago);
  const { data, error, refetch } = useQuery(earningsQuery(ago === 0 ? undefined : day));
  const dayText = [ago === 0 && words.today, day && dayName(day, language)].filter(Boolean).join(' · ');
  return (
    <Screen>
      <Heading title={words.earningsTitle} />
      <div class="earnings-day">
        <Button
          console
          aria-label={words.previousDay}
          disabled={!today || ago >= daysBack}
          onClick={() => setAgo(ago + 1)}
        >
          ‹
        </Button>
        <h2 aria-live="polite">{dayText}</h2>
        <Button console aria-label={words.nextDay} disabled={ago === 0} onClick={() => setAgo(ago - 1)}>
          ›
        </Button>
      </div>
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Waiting />)}
      {data && (
        <>
          <section class="card earnings-total" aria-label={words.total}>
            <p class="earnings-sum">{money(data.total, language)}</p>
            <p>{words.deliveries(data.deliveries)}</p>
          </section>
          {data.items.length === 0 ? (
            <p class="soft earnings-none">{ago === 0 ? words.noEarningsToday : words.noEarnings}</p>
          ) : (
            <ul class="card earnings-list">
              {data.items.map((item) => (
                <li key={item.deliveryId}>
                  <span class="soft">{clock(item.deliveredAt, language, data.timeZone)}</span>
                  <span>
                    {item.cafeName ? allOf(item.cafeName) : common.none}
                    {item.failed && <span class="soft"> · {words.inVain}</span>}
                  </span>
                  <strong>{money(item.fee, language)}</strong>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Screen>
  );
}
