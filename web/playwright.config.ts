// Browser tests on the built bundle inside the real program: script/test browser.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'browser',
  testMatch: process.env.DANGOL_SCREENS ? '*.shots.ts' : '*.spec.ts',
  outputDir: 'dist/browser',
  timeout: 45_000,
  expect: { timeout: 8_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0, // a flaky test is a bug to find
  reporter: [['line']],
  use: {
    viewport: { width: 390, height: 844 },
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    permissions: [],
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.DANGOL_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--autoplay-policy=user-gesture-required',
      ],
    },
  },
});
