// One delivery in hand: where it stands, where to go, and the one next step at the bottom where the thumb is.
import type { JobProps } from './JobParts.tsx';
import { ToDoor } from './ToDoor.tsx';
import { ToShop } from './ToShop.tsx';

export function JobScreen(props: JobProps) {
  return props.job.step === 'door' ? <ToDoor {...props} /> : <ToShop {...props} />;
}
