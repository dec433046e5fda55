import { LanguageSwitch } from '@dangol/ui';

export function App() {
  return (
    <main id="content">
      <h1>ops</h1>
      <LanguageSwitch />
    </main>
  );
}
