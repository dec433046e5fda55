import { useLanguage } from '@dangol/i18n';
import { useTickets } from '../board/useTickets.ts';
import { Page } from '../shell/Page.tsx';
import { useShelfWords } from '../words/shelf.ts';
import { sumCups } from './cups.ts';
import '../styles/cups.css';

/** For the barista at the machine: how many of each drink, across orders. */
export default function CupView() {
  const words = useShelfWords();
  const language = useLanguage();
  const { tickets } = useTickets();
  const sums = sumCups(tickets);
  const total = sums.reduce((count, sum) => count + sum.count, 0);
  return (
    <Page
      readOnly
      title={words.cupsTitle}
      actions={total > 0 && <strong class="cups-total">{words.cupsTotal(total)}</strong>}
    >
      <p class="hint">{words.cupsHint}</p>
      {total === 0 && <p class="lane-empty">{words.cupsEmpty}</p>}
      <ul class="cups">
        {sums.map(({ key, name, options, count, calls }) => (
          <li key={key} class="cup card">
            <span class="cup-count">{count}</span>
            <div>
              <p class="cup-name">{name[language]}</p>
              {options.length > 0 && (
                <ul class="ticket-options">
                  {options.map((option) => (
                    <li key={option.id}>{option.name[language]}</li>
                  ))}
                </ul>
              )}
              <p class="cup-calls">{words.cupsOf(calls.join(' · '))}</p>
            </div>
          </li>
        ))}
      </ul>
    </Page>
  );
}
