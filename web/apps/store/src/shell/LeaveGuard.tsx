import { Button, Dialog } from '@dangol/ui';
import type { ComponentChildren } from 'preact';
import { Router } from 'wouter-preact';
import { leave, useLeaving } from '../unsaved.ts';
import { useShellWords } from '../words/shell.ts';

/** Whatever leads to another screen of the app asks first where something is not saved. */
export function LeaveGuard({ children }: { children: ComponentChildren }) {
  return (
    <Router
      aroundNav={(navigate, to, options) => {
        if (to === location.pathname) navigate(to, options);
        else leave(() => navigate(to, options));
      }}
    >
      {children}
      <LeaveDialog />
    </Router>
  );
}

function LeaveDialog() {
  const words = useShellWords();
  const leaving = useLeaving();
  if (!leaving) return null;
  return (
    <Dialog
      title={words.leaveTitle}
      onClose={leaving.stay}
      foot={
        <div class="leave-actions">
          <Button kind="danger" onClick={leaving.go}>
            {words.leave}
          </Button>
          <Button kind="primary" onClick={leaving.stay}>
            {words.stay}
          </Button>
        </div>
      }
    >
      <p>{words.leaveHint}</p>
    </Dialog>
  );
}
