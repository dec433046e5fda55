// What a rider has to be told even if the phone was in the pocket: kept across a reload until it was read.
import { uuid } from '@dangol/api';
import { useEffect, useState } from 'preact/hooks';

export interface Note {
  id: string;
  /** Of which delivery. */
  subject: string;
  /** Whose: the call number and the shop. */
  about: string;
  text: string;
}

const key = 'dangol.notes.rider';
const most = 20;
const listeners = new Set<() => void>();
let notes: readonly Note[] = read();

function read(): Note[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]');
  } catch {
    return [];
  }
}
function keep(next: readonly Note[]): void {
  notes = next.slice(-most);
  localStorage.setItem(key, JSON.stringify(notes));
  for (const listener of listeners) listener();
}

export function leaveNote(subject: string, about: string, text: string): void {
  if (notes.some((note) => note.subject === subject && note.text === text)) return;
  keep([...notes, { id: uuid(), subject, about, text }]);
}
export const noteWasRead = (id: string): void => keep(notes.filter((note) => note.id !== id));

/** The next try of a step is an answer to what was said of the last one. */
export const notesWereAnswered = (subject: string): void => keep(notes.filter((note) => note.subject !== subject));

export function useNotes(): readonly Note[] {
  const [shown, show] = useState(notes);
  useEffect(() => {
    const update = () => show(notes);
    update();
    listeners.add(update);
    return () => void listeners.delete(update);
  }, []);
  return shown;
}
