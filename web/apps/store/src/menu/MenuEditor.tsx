import { Page } from '../shell/Page.tsx';

export default function MenuEditor() {
  return <Page title="MenuEditor">…</Page>;
}
