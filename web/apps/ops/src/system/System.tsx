import { Page } from '../frame/Page.tsx';

export default function System(_: { cafeId?: string }) {
  return <Page title="System">…</Page>;
}
