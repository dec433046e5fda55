import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** These note moments themselves, and compare them with nothing that a server has said. */
const notedHere: readonly string[] = [
  'packages/api/src/clock.ts', // the two clocks meet here
  'packages/api/src/outbox.ts', // when a tap was made and may be sent
  'packages/api/src/stream.ts', // since when it is away
  'packages/ui/src/Toasts.tsx', // until when it is shown
  'packages/ui/src/useNow.ts', // useDeviceNow
  'packages/shell/src/queries.ts', // how old a memory is
  'apps/order/src/data/boot.ts', // when the page brought its data
  'apps/rider/src/work/deliveries.ts', // how long ago the PIN was tapped
  'apps/rider/src/work/live.ts', // when it rang last
  'apps/rider/src/work/shift.ts', // when the place was told last
];

it('no other part of the apps asks the device for the time', () => {
  const sources = ['packages', 'apps'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  );
  const asking = sources
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|spec)\.tsx?$/.test(file) && !file.includes('node_modules'))
    .filter((file) => /\bDate\.now\b|new Date\(\)/.test(readFileSync(file, 'utf8')));
  expect(asking.filter((file) => !notedHere.includes(file))).toEqual([]);
  expect(asking.length).toBeGreaterThan(5);
});
