import { Page } from '../shell/Page.tsx';

export default function Hours() {
  return <Page title="Hours">…</Page>;
}
