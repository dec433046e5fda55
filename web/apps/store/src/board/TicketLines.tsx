import type { CafeOrder } from '@dangol/api';
import { useLanguage } from '@dangol/i18n';

/** What to make, as the bar reads it: how many, what, and how. */
export function TicketLines({ lines }: { lines: CafeOrder['lines'] }) {
  const language = useLanguage();
  return (
    <ul class="ticket-lines">
      {lines.map((line, index) => (
        <li key={index} class="ticket-line">
          <span class={line.quantity > 1 ? 'ticket-quantity ticket-quantity-many' : 'ticket-quantity'}>
            {line.quantity}
          </span>
          <div>
            <p class="ticket-item">{line.name[language]}</p>
            {line.options.length > 0 && (
              <ul class="ticket-options">
                {line.options.map((option) => (
                  <li key={option.id}>{option.name[language]}</li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
