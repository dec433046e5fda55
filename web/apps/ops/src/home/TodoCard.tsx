import { allOf } from '@dangol/i18n';
import { Badge, Button } from '@dangol/ui';
import { Link } from 'wouter-preact';
import { useAsk } from '../ask/Ask.tsx';
import { useLetterDeeds } from '../deadletters/deeds.ts';
import { Icon } from '../frame/Icon.tsx';
import { useOrderDeeds } from '../order/deeds.ts';
import { useContextName } from '../words/contexts.ts';
import { useDeedWords } from '../words/deeds.ts';
import { ageText, useHomeWords } from '../words/home.ts';
import type { Letters, OrderTrouble, Todo } from './todo.ts';

const canForce: readonly OrderTrouble[] = ['UNANSWERED', 'CANCEL_PENDING', 'NO_RIDER', 'LATE', 'PAYMENT_UNKNOWN'];
const canCall: readonly OrderTrouble[] = ['UNANSWERED', 'CANCEL_PENDING', 'LATE', 'UNCLAIMED'];
const urgentMinutes = 10;

export function TodoCard({ todo, now }: { todo: Todo; now: number }) {
  const words = useHomeWords();
  const urgent = now - Date.parse(todo.since) >= urgentMinutes * 60_000;
  return (
    <li class="todo card">
      <div class="todo-head">
        <Badge tone={urgent ? 'bad' : 'warn'}>{words.kinds[todo.kind]}</Badge>
        <span class="todo-age">{ageText(todo.since, now, words)}</span>
      </div>
      {todo.kind === 'DEAD_LETTERS' ? <LettersBody letters={todo.letters} /> : <OrderBody todo={todo} />}
    </li>
  );
}

function OrderBody({ todo }: { todo: Exclude<Todo, { kind: 'DEAD_LETTERS' }> }) {
  const words = useHomeWords();
  const deedWords = useDeedWords();
  const deeds = useOrderDeeds();
  const ask = useAsk();
  const { kind, orderId, cafe, callNumber } = todo;
  const name = callNumber || orderId.slice(-6);
  const cafeName = todo.cafeName ? allOf(todo.cafeName) : '';
  const phone = cafe?.phone;
  return (
    <>
      <p class="todo-what">
        <strong class="todo-number">{name}</strong> {cafeName}
      </p>
      <p class="todo-why">{words.whys[kind]}</p>
      <div class="todo-actions">
        <Link class="button" href={`/orders/${orderId}`} aria-label={words.openOf(name)}>
          {words.open}
        </Link>
        {canCall.includes(kind) && phone && (
          <a class="button" href={`tel:${phone}`} aria-label={`${words.callOf(cafeName)}, ${phone}`}>
            <Icon name="phone" />
            {phone}
          </a>
        )}
        {kind === 'NO_RIDER' && (
          <Link class="button" href="/riders">
            {words.riders}
          </Link>
        )}
        {kind === 'REFUND_DELAYED' && (
          <Link class="button" href="/money">
            {words.payments}
          </Link>
        )}
        {canForce.includes(kind) && (
          <Button
            kind="danger"
            aria-label={deedWords.forceCancelOf(name)}
            onClick={() => ask(deeds.forceCancel({ orderId, name }))}
          >
            {deedWords.forceCancel}
          </Button>
        )}
      </div>
    </>
  );
}

function LettersBody({ letters }: { letters: Letters }) {
  const words = useHomeWords();
  const deedWords = useDeedWords();
  const deeds = useLetterDeeds();
  const contextName = useContextName();
  const ask = useAsk();
  return (
    <>
      <p class="todo-what">
        <strong>{letters.eventType}</strong>
      </p>
      <p class="todo-why">{words.lettersWhy(contextName(letters.context), letters.count)}</p>
      <p class="todo-detail">{letters.reason}</p>
      <div class="todo-actions">
        <Link class="button" href="/dead-letters">
          {words.openLetters}
        </Link>
        <Button onClick={() => ask(deeds.retry(letters))}>{deedWords.retry}</Button>
      </div>
    </>
  );
}
