import { Page } from '../frame/Page.tsx';

export default function DeadLetters(_: { cafeId?: string }) {
  return <Page title="DeadLetters">…</Page>;
}
