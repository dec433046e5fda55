import { Page } from '../frame/Page.tsx';

export default function People(_: { cafeId?: string }) {
  return <Page title="People">…</Page>;
}
