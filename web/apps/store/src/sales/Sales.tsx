import { Page } from '../shell/Page.tsx';

export default function Sales() {
  return <Page title="Sales">…</Page>;
}
