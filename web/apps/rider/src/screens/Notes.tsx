// What the rider must have read: what a server refused after the tap, and what became of a delivery meanwhile.
import { useCommonWords } from '@dangol/i18n';
import { Button, Notice } from '@dangol/ui';
import { noteWasRead, useNotes } from '../work/notes.ts';

/** All but those of the delivery on the screen, which stand beside its next step. */
export function Notes({ except }: { except?: string }) {
  const common = useCommonWords();
  return (
    <>
      {useNotes()
        .filter((note) => note.subject !== except)
        .map((note) => (
          <Notice
            key={note.id}
            tone="bad"
            live
            actions={<Button onClick={() => noteWasRead(note.id)}>{common.confirm}</Button>}
          >
            <strong>{note.about}</strong>
            <p>{note.text}</p>
          </Notice>
        ))}
    </>
  );
}

/** Of this delivery. They go with the next try. */
export function JobNotes({ subject }: { subject: string }) {
  return (
    <>
      {useNotes()
        .filter((note) => note.subject === subject)
        .map((note) => (
          <Notice key={note.id} tone="bad" live>
            {note.text}
          </Notice>
        ))}
    </>
  );
}
