import { useCartWords } from '../words/cart.ts';

/** `token`: what the provider's widget would give; of the sandbox it says how the payment ends. */
export interface Paying {
  method: 'card' | 'easy_pay';
  token: 'approve' | 'decline' | 'stall';
}

const outcomes = ['approve', 'decline', 'stall'] as const;

interface Props {
  /** The tokens that the sandbox takes; none: a payment is no practice. */
  practice: readonly string[];
  paying: Paying;
  onChange: (paying: Paying) => void;
}

export function PaymentCard({ practice, paying, onChange }: Props) {
  const words = useCartWords();
  const methods = [
    ['card', words.card],
    ['easy_pay', words.easyPay],
  ] as const;
  const offered = outcomes.filter((token) => practice.includes(token));
  return (
    <div>
      <fieldset class="tiles">
        <legend>{words.payWith}</legend>
        {methods.map(([method, name]) => (
          <label class="tile" key={method}>
            <input
              type="radio"
              name="method"
              checked={paying.method === method}
              onChange={() => onChange({ ...paying, method })}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      {offered.length > 0 && (
        <details class="practice">
          <summary>{words.practice}</summary>
          <fieldset class="options">
            <legend>{words.practiceOutcome}</legend>
            <div class="options-grid">
              {offered.map((token) => (
                <label class="option" key={token}>
                  <input
                    type="radio"
                    name="token"
                    checked={paying.token === token}
                    onChange={() => onChange({ ...paying, token })}
                  />
                  <span class="option-name">{words[token]}</span>
                </label>
              ))}
            </div>
          </fieldset>
        </details>
      )}
    </div>
  );
}
