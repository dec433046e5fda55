import { Page } from '../frame/Page.tsx';

export default function Cafes(_: { cafeId?: string }) {
  return <Page title="Cafes">…</Page>;
}
