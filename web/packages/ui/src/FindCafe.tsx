import { useCommonWords } from '@dangol/i18n';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { TextInput } from './Field.tsx';

interface Branch {
  name: { ko: string; en: string };
  address: string;
}

export const manyCafes = 6; // with more of them a search is shown

export function cafesLike<B extends Branch>(cafes: readonly B[], wanted: string): B[] {
  const words = wanted.trim().toLowerCase().split(/\s+/);
  return cafes.filter(({ name, address }) => {
    const text = `${name.ko} ${name.en} ${address}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

interface Props<B> {
  cafes: readonly B[];
  children: (found: B[]) => ComponentChildren;
}

/** Shows the branches that somebody looks for: all of them, as long as nothing is typed. */
export function FindCafe<B extends Branch>({ cafes, children }: Props<B>) {
  const words = useCommonWords();
  const [wanted, setWanted] = useState('');
  const found = cafesLike(cafes, wanted);
  return (
    <>
      {cafes.length > manyCafes && (
        <TextInput label={words.findCafe} type="search" value={wanted} onValue={setWanted} autocomplete="off" />
      )}
      {wanted !== '' && found.length === 0 && <p class="empty">{words.noCafeFound}</p>}
      {children(found)}
    </>
  );
}
