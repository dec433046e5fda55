import { type MyPage, ok } from '@dangol/api';
import { money, useLanguage } from '@dangol/i18n';
import { Button, Dialog, Notice } from '@dangol/ui';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { isOver } from '../logic/steps.ts';
import { useOnline } from '../parts/useOnline.ts';
import { api } from '../services.ts';
import { useOrderWords } from '../words/order.ts';

function useCancel(page: MyPage) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ok(api.POST('/orders/{id}/cancel', { params: { path: { id: page.orderId } } })),
    onSettled: () => {
      for (const key of [['page', page.orderId], ['pages'], ['orders']]) {
        void queries.invalidateQueries({ queryKey: key });
      }
    },
  });
}

/** While it can be canceled, the button; from then on, why not. */
export function CancelPart({ page, phone }: { page: MyPage; phone?: string }) {
  const words = useOrderWords();
  const online = useOnline();
  const [asking, setAsking] = useState(false);
  const cancel = useCancel(page);
  const made = !isOver(page.orderStatus) && page.makingAt !== undefined;
  const undelivered = page.orderStatus === 'UNDELIVERED';
  return (
    <>
      {cancel.error && (
        <Notice tone="bad" live>
          {cancel.error.message}
        </Notice>
      )}
      {page.cancelable && (
        <div class="cancel">
          <Button kind="danger" wide disabled={!online} busy={cancel.isPending} onClick={() => setAsking(true)}>
            {cancel.isPending ? words.canceling : words.cancel}
          </Button>
          <p class="soft">{online ? words.cancelUntil : words.cancelOffline}</p>
        </div>
      )}
      {!page.cancelable && (made || undelivered) && (
        <div class="cancel">
          {page.orderStatus === 'PREPARING' && <p class="soft">{words.cancelTooLate}</p>}
          {phone && (
            <a class="button" href={`tel:${phone}`}>
              {words.callCafe(phone)}
            </a>
          )}
        </div>
      )}
      {asking && page.cancelable && (
        <AskDialog page={page} onClose={() => setAsking(false)} onCancel={() => cancel.mutate()} />
      )}
    </>
  );
}

function AskDialog({ page, onClose, onCancel }: { page: MyPage; onClose: () => void; onCancel: () => void }) {
  const words = useOrderWords();
  const language = useLanguage();
  return (
    <Dialog
      title={words.cancelAsk}
      sheet
      onClose={onClose}
      foot={
        <div class="dialog-choices">
          <Button wide onClick={onClose}>
            {words.cancelKeep}
          </Button>
          <Button
            kind="danger"
            wide
            onClick={() => {
              onClose();
              onCancel();
            }}
          >
            {words.cancel}
          </Button>
        </div>
      }
    >
      <p>{words.cancelWhat(page.totalPrice ? money(page.totalPrice, language) : words.allMoney)}</p>
    </Dialog>
  );
}

/** The café has not answered for a while: the customer decides. */
export function AskCustomer({ page }: { page: MyPage }) {
  const words = useOrderWords();
  const [waiting, setWaiting] = useState(false);
  const cancel = useCancel(page);
  if (!page.askCustomer || !page.cancelable || waiting) return null;
  return (
    <section class="ask" role="alert">
      <h2>{words.askTitle}</h2>
      <p>{words.askText}</p>
      <div class="dialog-choices">
        <Button wide onClick={() => setWaiting(true)}>
          {words.askWait}
        </Button>
        <Button kind="danger" wide busy={cancel.isPending} onClick={() => cancel.mutate()}>
          {words.cancel}
        </Button>
      </div>
      {cancel.error && <p>{cancel.error.message}</p>}
    </section>
  );
}
