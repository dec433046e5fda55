import { Page } from '../frame/Page.tsx';

export default function Riders(_: { cafeId?: string }) {
  return <Page title="Riders">…</Page>;
}
