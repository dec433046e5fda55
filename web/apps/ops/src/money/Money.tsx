import { Page } from '../frame/Page.tsx';

export default function Money(_: { cafeId?: string }) {
  return <Page title="Money">…</Page>;
}
