import { Page } from '../shell/Page.tsx';

export default function SoldOut() {
  return <Page title="SoldOut">…</Page>;
}
