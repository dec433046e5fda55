import { allOf, dateTime, money, number, useLanguage } from '@dangol/i18n';
import { Badge, Button, Notice } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { useAsk } from '../ask/Ask.tsx';
import { cafesQuery, ledgerQuery, troubledPaymentsQuery } from '../data.ts';
import { Loaded } from '../frame/Loaded.tsx';
import { Page } from '../frame/Page.tsx';
import { useOrderDeeds } from '../order/deeds.ts';
import { toneOf } from '../order/Facts.tsx';
import { useDeedWords } from '../words/deeds.ts';
import { useHomeWords } from '../words/home.ts';
import { useOrderWords } from '../words/order.ts';
import { useSectionWords } from '../words/sections.ts';
import { type Account, named, rest } from './ledger.ts';

export default function Money() {
  const words = useSectionWords().money;
  return (
    <Page title={words.title} lead={words.lead}>
      <Payments />
      <Ledger />
    </Page>
  );
}

function Payments() {
  const words = useSectionWords().money;
  const orderWords = useOrderWords();
  const homeWords = useHomeWords();
  const deedWords = useDeedWords();
  const language = useLanguage();
  const payments = useQuery(troubledPaymentsQuery);
  const deeds = useOrderDeeds();
  const ask = useAsk();
  return (
    <section class="block" aria-labelledby="payments">
      <h2 id="payments">{words.payments}</h2>
      <Loaded query={payments}>
        {({ items }) => (
          <>
            {items.length === 0 && <p class="soft">{words.paymentsNone}</p>}
            <ul class="rows">
              {items.map(({ orderId, status, totalPrice, startedAt }) => {
                const name = orderId.slice(-6);
                return (
                  <li class="row" key={orderId}>
                    <strong class="row-number">{money(totalPrice, language)}</strong>
                    <span class="row-name soft">{dateTime(startedAt, language)}</span>
                    <Badge tone={toneOf(status)}>{orderWords.paymentStates[status]}</Badge>
                    <div class="row-actions">
                      <Link class="button" href={`/orders/${orderId}`} aria-label={homeWords.openOf(name)}>
                        {homeWords.open}
                      </Link>
                      {status === 'UNKNOWN' && (
                        <Button kind="danger" onClick={() => ask(deeds.forceCancel({ orderId, name }))}>
                          {deedWords.forceCancel}
                        </Button>
                      )}
                    </div>
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  );
}

function Ledger() {
  const words = useSectionWords().money;
  const language = useLanguage();
  const ledger = useQuery(ledgerQuery);
  const nameOf = useAccountName();
  return (
    <section class="block" aria-labelledby="ledger">
      <h2 id="ledger">{words.ledger}</h2>
      <Loaded query={ledger}>
        {({ accounts, total, transactions }) => {
          const missing = rest(total);
          return (
            <div class="card ledger">
              {missing.length === 0 ? (
                <Notice tone="good">{words.balanced}</Notice>
              ) : (
                <Notice tone="bad">
                  {words.unbalanced(missing.map((amount) => money(amount, language)).join(', '))}
                </Notice>
              )}
              <table class="table">
                <thead>
                  <tr>
                    <th scope="col">{words.account}</th>
                    <th scope="col">{words.balance}</th>
                  </tr>
                </thead>
                <tbody>
                  {accounts.map((account) => (
                    <tr key={account.account}>
                      <th scope="row">{nameOf(account)}</th>
                      <td>{signed(account.balance.amount, money(account.balance, language))}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <p class="soft">
                {words.sign} {words.transactions(number(transactions))}
              </p>
            </div>
          );
        }}
      </Loaded>
    </section>
  );
}

const signed = (amount: number, text: string): string => (amount > 0 ? `+${text}` : text.replace(/^-/, '−'));

function useAccountName(): (account: Account) => string {
  const words = useSectionWords().money.accounts;
  const cafes = useQuery(cafesQuery);
  return (account) => {
    const { kind, of } = named(account);
    const cafe = cafes.data?.items.find(({ id }) => id === of);
    if (kind === 'cafe_payable') return words.cafe_payable(cafe ? allOf(cafe.name) : of);
    const name = words[kind as keyof typeof words];
    return typeof name === 'string' ? name : account.account;
  };
}
