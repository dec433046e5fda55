import { type Account, ok } from '@dangol/api';
import { allOf } from '@dangol/i18n';
import { Badge, Button, Field, TextInput, type Tone } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useAsk } from '../ask/Ask.tsx';
import { accountsQuery, cafesQuery } from '../data.ts';
import { Loaded } from '../frame/Loaded.tsx';
import { Page } from '../frame/Page.tsx';
import { api, session } from '../services.ts';
import { usePeopleWords } from '../words/people.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { LinkDialog, type OneTime } from './LinkDialog.tsx';
import { peopleLike } from './link.ts';
import { RegisterDialog } from './RegisterDialog.tsx';

type Shown = { what: 'register' } | { what: 'link'; link: OneTime } | { what: 'assign'; account: Account };
const roles: readonly Account['role'][] = ['staff', 'rider', 'operator'];

export default function People() {
  const words = usePeopleWords();
  const accounts = useQuery(accountsQuery);
  const [role, setRole] = useState<Account['role']>();
  const [text, setText] = useState('');
  const [shown, setShown] = useState<Shown>();
  const close = () => setShown(undefined);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <Button kind="primary" onClick={() => setShown({ what: 'register' })}>
          {words.register}
        </Button>
      }
    >
      <div class="form-row people-filter">
        <TextInput label={words.find} type="search" value={text} onValue={setText} autocomplete="off" />
        <Field label={words.filter}>
          {(wiring) => (
            <select
              class="input"
              {...wiring}
              value={role ?? ''}
              onChange={(event) => setRole(roles.find((one) => one === event.currentTarget.value))}
            >
              <option value="">{words.everyone}</option>
              {roles.map((one) => (
                <option key={one} value={one}>
                  {words.roles[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Loaded query={accounts}>
        {(all) => {
          const people = peopleLike(all, { role, text });
          return (
            <>
              <p class="soft people-count" role="status">
                {people.length > 0 ? words.count(people.length) : words.none}
              </p>
              <ul class="rows">
                {people.map((account) => (
                  <PersonRow key={account.accountId} account={account} onShow={setShown} />
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
      {shown?.what === 'register' && (
        <RegisterDialog onClose={close} onDone={(link) => setShown({ what: 'link', link })} />
      )}
      {shown?.what === 'link' && <LinkDialog link={shown.link} onClose={close} />}
      {shown?.what === 'assign' && <AssignDialog account={shown.account} onClose={close} />}
    </Page>
  );
}

const tones: Record<Account['status'], Tone> = { invited: 'warn', active: 'good', disabled: 'plain' };

function PersonRow({ account, onShow }: { account: Account; onShow: (shown: Shown) => void }) {
  const words = usePeopleWords();
  const ask = useAsk();
  const cafes = useQuery(cafesQuery);
  const { accountId, displayName, loginName, role, status } = account;
  const mine = session.current()?.accountId === accountId;
  const cafeNames = account.cafes.map((id) => {
    const cafe = cafes.data?.items.find((one) => one.id === id);
    return cafe ? allOf(cafe.name) : id;
  });
  const where = role === 'staff' ? cafeNames.join(', ') || words.cafesNone : '';

  const newLink = () =>
    ask({
      title: words.newLinkTitle(displayName),
      effects: words.newLinkEffects,
      verb: words.newLink,
      run: async () => {
        const made = await ok(api.POST('/accounts/{id}/link', { params: { path: { id: accountId } } }));
        const link = { name: displayName, role, code: made.oneTimeCode, until: made.codeExpiresAt };
        onShow({ what: 'link', link });
        return words.newLinkDone;
      },
      changes: [['accounts']],
    });
  const disable = () =>
    ask({
      title: words.disableTitle(displayName),
      effects: words.disableEffects,
      verb: words.disable,
      danger: true,
      run: async (key) => {
        const params = { path: { id: accountId }, header: { 'Idempotency-Key': key } };
        await ok(api.POST('/accounts/{id}/disable', { params }));
        return words.disabled(displayName);
      },
      changes: [['accounts']],
    });

  return (
    <li class="row">
      <div class="row-name">
        <p>
          <strong>{displayName}</strong> {mine && <Badge tone="brand">{words.you}</Badge>}
        </p>
        <p class="soft">{[words.roles[role], where, loginName].filter(Boolean).join(' · ')}</p>
      </div>
      <Badge tone={tones[status]}>{words.states[status]}</Badge>
      {status !== 'disabled' && (
        <div class="row-actions">
          {role === 'staff' && (
            <Button aria-label={words.assignOf(displayName)} onClick={() => onShow({ what: 'assign', account })}>
              {words.assign}
            </Button>
          )}
          <Button aria-label={words.newLinkOf(displayName)} onClick={newLink}>
            {words.newLink}
          </Button>
          {!mine && (
            <Button kind="danger" aria-label={words.disableOf(displayName)} onClick={disable}>
              {words.disable}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
