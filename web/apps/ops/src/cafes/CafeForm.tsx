import { type Cafe, limits, ok, okTagged } from '@dangol/api';
import { allOf, unitOf, useLanguage } from '@dangol/i18n';
import { Button, Choice, Notice, TextInput } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useAsk } from '../ask/Ask.tsx';
import { Loaded } from '../frame/Loaded.tsx';
import { Page } from '../frame/Page.tsx';
import { api } from '../services.ts';
import { useCafeWords } from '../words/cafes.ts';
import {
  blank,
  currencyOf,
  type Faults,
  faultsOf,
  profileOf,
  type Typed,
  timeZones,
  typedOf,
  zoneHere,
} from './profile.ts';

type Tagged = Cafe & { tag: string };

/** Read anew each time: what is kept from last time would seem changed by somebody else. */
const cafeQuery = (id: string) => ({
  queryKey: ['cafes', id],
  queryFn: (): Promise<Tagged> => okTagged(api.GET('/cafes/{id}', { params: { path: { id } } })),
  gcTime: 0,
});

/** A new branch, or what is known of one. */
export default function CafeForm({ cafeId }: { cafeId: string }) {
  const words = useCafeWords();
  if (cafeId !== 'new') return <Edit key={cafeId} cafeId={cafeId} />;
  return (
    <Page title={words.newTitle} lead={words.newLead}>
      <ProfileForm />
    </Page>
  );
}

function Edit({ cafeId }: { cafeId: string }) {
  const words = useCafeWords();
  const cafe = useQuery(cafeQuery(cafeId));
  return (
    <Page title={cafe.data ? words.editTitle(allOf(cafe.data.name)) : words.title}>
      <Loaded query={cafe}>{(now) => <ProfileForm now={now} />}</Loaded>
    </Page>
  );
}

/** `now`: the branch as it is now. The form began from an earlier reading if somebody has changed it since. */
function ProfileForm({ now }: { now?: Tagged }) {
  const words = useCafeWords();
  const language = useLanguage();
  const ask = useAsk();
  const [, go] = useLocation();
  const [cafe, setCafe] = useState(now);
  const [typed, setTyped] = useState<Typed>(() => (cafe ? typedOf(cafe) : { ...blank, timeZone: zoneHere() }));
  const [faults, setFaults] = useState<Faults>({});

  function beginAgain(from: Tagged): void {
    setCafe(from);
    setTyped(typedOf(from));
    setFaults({});
  }

  function submit(): void {
    const found = faultsOf(typed, cafe);
    setFaults(found);
    const [first] = Object.keys(found);
    if (first) {
      document.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    const name = typed.nameKo.trim();
    const profile = profileOf(typed, cafe);
    ask(
      cafe
        ? {
            title: words.saveTitle(name),
            effects: words.saveEffects,
            verb: words.save,
            run: async () => {
              const params = { path: { id: cafe.id }, header: { 'If-Match': cafe.tag } };
              await ok(api.PUT('/cafes/{id}/profile', { params, body: profile }));
              go('/cafes');
              return words.saved(name);
            },
            changes: [['cafes']],
          }
        : {
            title: words.registerTitle(name),
            effects: words.registerEffects,
            verb: words.register,
            run: async (key) => {
              const id = typed.id.trim();
              const params = { header: { 'Idempotency-Key': key } };
              await ok(api.POST('/cafes', { params, body: { ...profile, ...(id ? { id } : {}) } }));
              go('/cafes');
              return words.registered(name);
            },
            changes: [['cafes']],
          },
    );
  }

  type Text = Exclude<keyof Typed, 'offers'>;
  const field = (name: Text, label: string, numeric = false, rest: Partial<Parameters<typeof TextInput>[0]> = {}) => (
    <TextInput
      label={label}
      name={name}
      value={typed[name]}
      onValue={(value) => setTyped((before) => ({ ...before, [name]: value }))}
      error={faults[name] && words[faults[name]]}
      limit={limits.name}
      inputMode={numeric ? 'decimal' : undefined}
      autocomplete="off"
      {...rest}
    />
  );
  return (
    <form
      class="form card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {now && now.tag !== cafe?.tag && (
        <Notice tone="warn" live actions={<Button onClick={() => beginAgain(now)}>{words.reload}</Button>}>
          {words.changedMeanwhile}
        </Notice>
      )}
      {!cafe && field('id', words.id, false, { hint: words.idHint })}
      <div class="form-row">
        {field('nameKo', words.nameKo)}
        {field('nameEn', words.nameEn)}
      </div>
      <div class="form-row">
        {field('address', words.address)}
        {field('phone', words.phone)}
      </div>
      <div class="form-row">
        {field('latitude', words.latitude, true)}
        {field('longitude', words.longitude, true)}
      </div>
      <fieldset>
        <legend>{words.day}</legend>
        <div class="form-row">
          {field('timeZone', words.timeZone, false, { list: 'time-zones', hint: words.timeZoneHint })}
          {field('dayStarts', words.dayStarts, false, { type: 'time', hint: words.dayStartsHint })}
        </div>
        <datalist id="time-zones">
          {timeZones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </fieldset>
      <fieldset>
        <legend>{words.pace}</legend>
        <p class="soft">{words.paceHint}</p>
        <div class="form-row">
          {field('secondsPerUnit', words.secondsPerUnit, true)}
          {field('stations', words.stations, true)}
        </div>
      </fieldset>
      <fieldset>
        <legend>{words.delivery}</legend>
        <Choice
          type="checkbox"
          name="offers"
          checked={typed.offers}
          onChoose={(offers) => setTyped((before) => ({ ...before, offers }))}
        >
          {words.offers}
        </Choice>
        <div class="form-row">
          {field('fee', words.fee(unitOf(currencyOf(cafe), language)), true)}
          {field('radius', words.radius, true)}
        </div>
      </fieldset>
      <div class="form-foot">
        <Link class="button" href="/cafes">
          {words.back}
        </Link>
        <Button kind="primary" type="submit">
          {cafe ? words.save : words.register}
        </Button>
      </div>
    </form>
  );
}
