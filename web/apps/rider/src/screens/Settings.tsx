// `/rider/settings`: sound, the map app, the language, and out.
import { useCommonWords } from '@dangol/i18n';
import { forget, useOutbox } from '@dangol/shell';
import { Button, Choice, chime, Dialog, LanguageSwitch, Switch, unlockSound } from '@dangol/ui';
import { useState } from 'preact/hooks';
import { queries, session } from '../services.ts';
import { useRiderWords } from '../words.ts';
import { useInHand } from '../work/deliveries.ts';
import { changeSettings, mapApps, useSettings } from '../work/settings.ts';
import { outbox } from '../work/taps.ts';
import { Heading } from './Heading.tsx';
import { Screen } from './Screen.tsx';

export default function Settings() {
  const words = useRiderWords();
  const { sound, map } = useSettings();
  return (
    <Screen>
      <Heading title={words.settingsTitle} />
      <section class="card stack">
        <Switch on={sound} onChange={(on) => changeSettings({ sound: on })}>
          {words.sound}
        </Switch>
        <p class="soft">{words.soundHint}</p>
        <Button onClick={() => void unlockSound().then(() => chime('new'))}>{words.trySound}</Button>
      </section>
      <fieldset class="card">
        <legend class="field-label">{words.mapApp}</legend>
        {mapApps.map((app) => (
          <Choice key={app} type="radio" name="map" checked={map === app} onChoose={() => changeSettings({ map: app })}>
            {words.maps[app]}
          </Choice>
        ))}
      </fieldset>
      <section class="card settings-row">
        <h2>{words.language}</h2>
        <LanguageSwitch />
      </section>
      <Account />
      <p class="soft">{words.inBackground}</p>
    </Screen>
  );
}

function Account() {
  const words = useRiderWords();
  const common = useCommonWords();
  const { data: inHand = [] } = useInHand();
  const unsent = useOutbox(outbox).length;
  const [asking, ask] = useState(false);
  const leave = async () => {
    await session.signOut();
    forget('rider', queries);
  };
  return (
    <section class="card settings-row">
      <h2>{words.account}</h2>
      <Button kind="danger" onClick={() => ask(true)}>
        {common.signOut}
      </Button>
      {asking && (
        <Dialog sheet title={words.signOutTitle} onClose={() => ask(false)}>
          <div class="stack">
            {unsent > 0 && <p>{words.signOutUnsent}</p>}
            {inHand.length > 0 && <p>{words.signOutJobs}</p>}
            <Button kind="danger" wide console onClick={() => void leave()}>
              {common.signOut}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
