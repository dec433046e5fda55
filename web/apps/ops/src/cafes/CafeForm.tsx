import { Page } from '../frame/Page.tsx';

export default function CafeForm(_: { cafeId?: string }) {
  return <Page title="CafeForm">…</Page>;
}
