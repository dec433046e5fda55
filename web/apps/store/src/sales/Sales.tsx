import { ok } from '@dangol/api';
import { dayAfter, dayName, money, number, useLanguage } from '@dangol/i18n';
import { remembered } from '@dangol/shell';
import { Button, Failed, Waiting } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useCafe, useCafeId } from '../cafe.ts';
import { api } from '../services.ts';
import { Page } from '../shell/Page.tsx';
import { useOfficeWords } from '../words/office.ts';
import { HourChart } from './HourChart.tsx';
import '../styles/office.css';

const rhythmMs = 20_000;

/** What a day has brought; today as it goes. */
export default function Sales() {
  const words = useOfficeWords();
  const language = useLanguage();
  const cafeId = useCafeId();
  const { data: cafe } = useCafe();
  const [chosen, setChosen] = useState<string>();
  const today = cafe?.businessDay.name;
  const day = chosen ?? today;
  const sales = useQuery({
    queryKey: ['sales', cafeId, day],
    queryFn: () => ok(api.GET('/myPages/sales/{cafeId}', { params: { path: { cafeId }, query: { day } } })),
    enabled: day !== undefined,
    refetchInterval: day === today ? rhythmMs : false,
    ...remembered,
  });
  const { data } = sales;
  const figures: [string, string][] = data
    ? [
        [words.total, money(data.sales, language)],
        [words.orders, words.ordersCount(data.orders)],
        [words.sold, words.soldCount(data.qty)],
        [words.canceled, words.ordersCount(data.canceled)],
        [words.refunds, words.refundsOf(data.refunds.count, money(data.refunds.total, language))],
      ]
    : [];

  return (
    <Page
      title={words.salesTitle}
      actions={
        day &&
        today && (
          <>
            <Button aria-label={words.dayBefore} onClick={() => setChosen(dayAfter(day, -1))}>
              ‹
            </Button>
            <strong class="sales-day">
              {dayName(day, language)}
              {day === today && ` · ${words.today}`}
            </strong>
            <Button aria-label={words.dayAfter} disabled={day >= today} onClick={() => setChosen(dayAfter(day, 1))}>
              ›
            </Button>
          </>
        )
      }
    >
      {!data && (sales.error ? <Failed error={sales.error} onRetry={() => void sales.refetch()} /> : <Waiting />)}
      {data && (
        <>
          <dl class="figures">
            {figures.map(([name, value]) => (
              <div key={name} class="card">
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {data.items.length === 0 ? (
            <p class="lane-empty">{words.nothingSold}</p>
          ) : (
            <div class="sales-parts">
              <section class="card">
                <h2>{words.perHour}</h2>
                <HourChart hours={data.hours} />
              </section>
              <section class="card">
                <h2>{words.perItem}</h2>
                <table class="table">
                  <thead>
                    <tr>
                      <th scope="col">{words.item}</th>
                      <th scope="col">{words.quantity}</th>
                      <th scope="col">{words.amount}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.items.map((item) => (
                      <tr key={item.name.ko}>
                        <th scope="row">{item.name[language]}</th>
                        <td>{number(item.quantity)}</td>
                        <td>{money(item.sales, language)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
            </div>
          )}
        </>
      )}
    </Page>
  );
}
