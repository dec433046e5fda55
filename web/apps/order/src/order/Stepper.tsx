import type { MyPage } from '@dangol/api';
import { clock, useLanguage } from '@dangol/i18n';
import { isLost, stepsOf } from '../logic/steps.ts';
import { CheckIcon } from '../parts/icons.tsx';
import { useOrderWords } from '../words/order.ts';

/** Five steps in words, with the time of each that is done. Not for what ended without a drink. */
export function Stepper({ page, zone }: { page: MyPage; zone: string | undefined }) {
  const words = useOrderWords();
  const language = useLanguage();
  if (isLost(page.orderStatus)) return null;
  const toRider = page.orderStatus === 'READY' && page.fulfilment === 'delivery';
  const now = toRider
    ? words.stepNow.READY_DELIVERY
    : (words.stepNow as Partial<Record<string, string>>)[page.orderStatus];
  return (
    <ol class="steps" aria-label={words.steps}>
      {stepsOf(page).map(({ name, state, at }) => (
        <li key={name} class={`step is-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <span class="step-mark">{state === 'done' && <CheckIcon />}</span>
          <span class="step-text">
            <span class="step-name">{words.step[name]}</span>
            <span class="visually-hidden">{words.stepState[state]}</span>
            {state === 'now' && now && <span class="step-now">{now}</span>}
            {at && state === 'done' && <time class="step-time">{clock(at, language, zone)}</time>}
          </span>
        </li>
      ))}
    </ol>
  );
}
