import { allOf } from '@dangol/i18n';
import { Choice, FindCafe } from '@dangol/ui';
import { useQuery } from '@tanstack/preact-query';
import { cafesQuery } from '../data.ts';
import { usePeopleWords } from '../words/people.ts';

interface Props {
  chosen: readonly string[];
  onChoose: (cafes: readonly string[]) => void;
}

export function CafeChoice({ chosen, onChoose }: Props) {
  const words = usePeopleWords();
  const cafes = useQuery(cafesQuery);
  return (
    <fieldset>
      <legend>{words.cafes}</legend>
      <FindCafe cafes={cafes.data?.items ?? []}>
        {(found) =>
          found.map(({ id, name }) => (
            <Choice
              key={id}
              type="checkbox"
              name="cafes"
              checked={chosen.includes(id)}
              onChoose={(on) => onChoose(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
            >
              {allOf(name)}
            </Choice>
          ))
        }
      </FindCafe>
    </fieldset>
  );
}
