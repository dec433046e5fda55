// What both screens of a delivery in hand share: to the shop, and to the door.
import type { Place } from '@dangol/api';
import type { ComponentChildren } from 'preact';
import { useRiderWords } from '../words.ts';
import type { Job } from '../work/steps.ts';

export interface JobProps {
  job: Job;
  tabs: ComponentChildren;
  /** Where the rider is. */
  place: Place | undefined;
  /** What is shown is what the server knows right now. */
  live: boolean;
}

/** Accept → pick up → deliver, and where we are in it. */
export function JobSteps({ at }: { at: 'shop' | 'door' }) {
  const words = useRiderWords();
  const steps = [words.stepClaim, words.stepShop, words.stepDoor];
  const current = at === 'shop' ? 1 : 2;
  return (
    <ol class="job-steps">
      {steps.map((step, index) => (
        <li
          key={step}
          class={index < current ? 'job-step job-step-done' : 'job-step'}
          aria-current={index === current ? 'step' : undefined}
        >
          {step}
          {index < current && <span class="visually-hidden">{words.stepDone}</span>}
        </li>
      ))}
    </ol>
  );
}
