// `/rider/earnings`: what a day brought.
import { ok, serverNow } from '@dangol/api';
import { allOf, clock, date, money, useCommonWords, useLanguage } from '@dangol/i18n';
import { remembered } from '@dangol/shell';
import { Button, Failed, Waiting } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { api } from '../services.ts';
import { useRiderWords } from '../words.ts';
import { dayAgo } from '../work/days.ts';
import { keys } from '../work/keys.ts';
import { Heading } from './Heading.tsx';
import { Screen } from './Screen.tsx';

const daysBack = 30;

export default function Earnings() {
  const words = useRiderWords();
  const common = useCommonWords();
  const language = useLanguage();
  const [ago, setAgo] = useState(0);
  const day = dayAgo(ago, serverNow());
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.earnings, day],
    queryFn: () => ok(api.GET('/deliveries/earnings', { params: { query: { day } } })),
    ...remembered,
  });
  const dayText = ago === 0 ? `${words.today} · ${date(`${day}T12:00`, language)}` : date(`${day}T12:00`, language);
  return (
    <Screen>
      <Heading title={words.earningsTitle} />
      <div class="earnings-day">
        <Button console aria-label={words.previousDay} disabled={ago >= daysBack} onClick={() => setAgo(ago + 1)}>
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
                  <span class="soft">{clock(item.deliveredAt, language)}</span>
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
