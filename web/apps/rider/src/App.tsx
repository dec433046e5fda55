import { LanguageSwitch } from '@dangol/ui';

export function App() {
  return (
    <main id="content">
      <h1>rider</h1>
      <LanguageSwitch />
    </main>
  );
}
