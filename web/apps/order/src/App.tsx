import { LanguageSwitch } from '@dangol/ui';

export function App() {
  return (
    <main id="content">
      <h1>order</h1>
      <LanguageSwitch />
    </main>
  );
}
