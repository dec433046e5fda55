import { Page } from '../shell/Page.tsx';

export default function CupView() {
  return <Page title="CupView">…</Page>;
}
