// Picked up: to the door, and the customer's PIN.
import type { Delivery } from '@dangol/api';
import { phone as phoneText } from '@dangol/i18n';
import { Notice, PinInput } from '@dangol/ui';
import { useEffect, useRef } from 'preact/hooks';
import { useRiderWords } from '../words.ts';
import { useNotes } from '../work/notes.ts';
import { distanceText, metresBetween } from '../work/place.ts';
import { deliver } from '../work/taps.ts';
import { Heading } from './Heading.tsx';
import { CallIcon } from './icons.tsx';
import { type JobProps, JobSteps } from './JobParts.tsx';
import { JobNotes } from './Notes.tsx';
import { Screen } from './Screen.tsx';
import { Sketch } from './Sketch.tsx';
import { Trouble } from './Trouble.tsx';
import { Way } from './Way.tsx';

export function ToDoor({ job: { delivery, checking }, tabs, place }: JobProps) {
  const words = useRiderWords();
  const door = delivery.destination;
  const to = door?.place ?? delivery.area;
  return (
    <Screen
      tabs={tabs}
      subject={delivery.deliveryId}
      foot={
        <>
          <JobNotes subject={delivery.deliveryId} />
          <p class="pin-label">{words.pin}</p>
          <Pin delivery={delivery} />
          <p class="soft pin-hint" role="status">
            {checking ? words.checking : `${delivery.callNumber} · ${words.pinHint}`}
          </p>
        </>
      }
    >
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
                class="button button-console job-link"
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
      {!checking && <Trouble id={delivery.deliveryId} />}
    </Screen>
  );
}

/** Empty again, with the focus in it, after a wrong one. */
function Pin({ delivery }: { delivery: Delivery }) {
  const words = useRiderWords();
  const boxes = useRef<HTMLDivElement>(null);
  const refusal = useNotes().find((note) => note.subject === delivery.deliveryId)?.id;
  useEffect(() => {
    if (refusal) boxes.current?.querySelector('input')?.focus();
  }, [refusal]);
  return (
    <div ref={boxes}>
      <PinInput key={refusal ?? ''} label={words.pin} onComplete={(pin) => deliver(delivery, pin)} />
    </div>
  );
}
