import { type Outbox, openStream, type Pending, type Session, type SessionState, type StreamState } from '@dangol/api';
import { useEffect, useRef, useState } from 'preact/hooks';

/** The current session; follows changes in other tabs. */
export function useSession(session: Session): SessionState | undefined {
  const [current, setCurrent] = useState(session.current);
  useEffect(() => {
    const update = () => setCurrent(session.current());
    update();
    return session.onChange(update);
  }, [session]);
  return current;
}

/**
 * Signs in by a one-time link even if another account is signed in; a link that was used before changes nothing.
 * Without a session SignIn handles the link.
 */
export function useEntryLink(session: Session): void {
  useEffect(() => {
    const code = /[#&]code=([^&]+)/.exec(location.hash)?.[1];
    if (!code || !session.current()) return;
    history.replaceState(null, '', location.pathname + location.search);
    void session.enterByCode(decodeURIComponent(code)).catch(() => undefined);
  }, [session]);
}

/** Taps that the server has not acknowledged yet. */
export function useOutbox(outbox: Outbox): readonly Pending[] {
  const [pending, setPending] = useState(outbox.pending);
  useEffect(() => {
    const update = () => setPending(outbox.pending());
    update();
    return outbox.onChange(update);
  }, [outbox]);
  return pending;
}

interface StreamHandlers {
  onFrame: (event: string, data: unknown) => void;
  /** After each connection, the first too: read again what the frames alone do not tell. */
  onOpen?: () => void;
}

/** A stream for as long as it is shown; `path` undefined: none. */
export function useStream(session: Session, path: string | undefined, handlers: StreamHandlers): StreamState {
  const [state, setState] = useState<StreamState>({ kind: 'connecting' });
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    if (!path) return;
    return openStream(path, {
      session,
      onFrame: (event, data) => latest.current.onFrame(event, data),
      onOpen: () => latest.current.onOpen?.(),
      onState: setState,
    });
  }, [session, path]);
  return state;
}
