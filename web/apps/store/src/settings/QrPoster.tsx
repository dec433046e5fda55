import { Button } from '@dangol/ui';
import { encode } from 'uqr';
import { useOfficeWords } from '../words/office.ts';

/** The code that opens this branch's menu; on paper nothing but the poster. */
export function QrPoster({ cafeId, name }: { cafeId: string; name: string }) {
  const words = useOfficeWords();
  const address = `${location.origin}/c/${cafeId}`;
  const { data, size } = encode(address, { ecc: 'M', border: 2 });
  const dark = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <section class="card settings-part qr">
      <div class="qr-poster">
        <p class="qr-name">{name}</p>
        <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.qrLabel(name)}>
          <rect width={size} height={size} class="qr-light" />
          <path d={dark} class="qr-dark" />
        </svg>
        <p class="qr-call">{words.qrPoster}</p>
        <p class="qr-address">{address}</p>
      </div>
      <div class="qr-aside">
        <h2>{words.qrTitle}</h2>
        <p class="hint">{words.qrHint}</p>
        <Button onClick={() => window.print()}>{words.print}</Button>
      </div>
    </section>
  );
}
