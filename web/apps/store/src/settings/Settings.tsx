import { Page } from '../shell/Page.tsx';

export default function Settings(_: { onChangeCafe?: () => void }) {
  return <Page title="Settings">…</Page>;
}
