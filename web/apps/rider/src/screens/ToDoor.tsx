// Picked up: to the door, and the customer's PIN.
import { phone as phoneText } from '@dangol/i18n';
import { Notice, PinInput } from '@dangol/ui';
import { useRiderWords } from '../words.ts';
import { useNotes } from '../work/notes.ts';
import { distanceText, metresBetween } from '../work/place.ts';
import { deliver } from '../work/taps.ts';
import { Heading } from './Heading.tsx';
import { CallIcon } from './icons.tsx';
import { type JobProps, JobSteps } from './JobScreen.tsx';
import { Sketch } from './Sketch.tsx';
import { Way } from './Way.tsx';

export function ToDoor({ job: { delivery }, place }: JobProps) {
  const words = useRiderWords();
  const door = delivery.destination;
  const to = door?.place ?? delivery.area;
  // A refused PIN comes as a note; with it the boxes are empty again.
  const refused = useNotes().length;
  return (
    <>
      <JobSteps at="door" />
      <Heading title={words.doorTitle} />
      <section class="card stack" aria-label={words.door}>
        {door && (
          <>
            <div class="job-place">
              <div>
                <h2 class="door-address">{door.address}</h2>
                {door.detail && <p class="door-detail">{door.detail}</p>}
                {place && <p class="soft">{`${words.toDoor} ${distanceText(metresBetween(place, to))}`}</p>}
              </div>
            </div>
            {door.note && (
              <Notice tone="warn">
                <span class="visually-hidden">{words.request}: </span>
                {door.note}
              </Notice>
            )}
            <div class="job-links">
              <a
                class="button button-console"
                href={`tel:${door.phone}`}
                aria-label={words.callLabel(phoneText(door.phone))}
              >
                <CallIcon />
                {words.call}
              </a>
              <Way to={to} name={door.address} />
            </div>
          </>
        )}
        <Sketch me={place} door={to} />
      </section>
      <div class="action-bar">
        <p class="pin-label">{words.pin}</p>
        <PinInput key={refused} label={words.pin} onComplete={(pin) => deliver(delivery, pin)} />
        <p class="soft pin-hint">
          {delivery.callNumber} · {words.pinHint}
        </p>
      </div>
    </>
  );
}
