// Measures the web apps against the budgets: bytes, a slow phone, and commit to screen with many streams open.
//
// usage: node bench/web_apps.mjs [bytes|phone|streams]… [--runs 7] [--streams 1000] [--steps 120] [--port 8397]
//                                [--json FILE] [--strict]
//
// Bytes over budget always fail; times only with --strict, since they depend on the machine and on what else it does.
// DANGOL_BINARY names another program than build/release's.
import { createRequire } from 'node:module';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { byteBudgets, measureBytes } from './web/bytes.mjs';
import { orderOnce, visit } from './web/phone.mjs';
import { commitToScreen } from './web/streams.mjs';
import { openTown } from './web/town.mjs';

const { chromium } = createRequire(new URL('../web/package.json', import.meta.url))('@playwright/test');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '7' },
    streams: { type: 'string', default: '1000' },
    steps: { type: 'string', default: '120' },
    port: { type: 'string', default: '8397' },
    json: { type: 'string' },
    strict: { type: 'boolean', default: false },
  },
});
const parts = positionals.length > 0 ? positionals : ['bytes', 'phone', 'streams'];

const percentile = (figures, share) => figures.toSorted((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(figures.length * share))];
const median = (figures) => percentile(figures, 0.5);
const report = {};
const over = { bytes: [], times: [] };

function line(kind, name, value, budget, unit) {
  const tooMuch = budget !== undefined && value > budget;
  if (tooMuch) over[kind].push(name);
  report[name] = { value, budget, unit };
  const digits = unit === '' ? 3 : unit === 'kB' ? 1 : 0;
  const limit = budget === undefined ? '' : `≤ ${budget} ${unit}`;
  console.log(`${name.padEnd(44)} ${value.toFixed(digits).padStart(8)} ${unit.padEnd(3)} ${limit.padEnd(12)} ${tooMuch ? 'OVER' : ''}`);
}

async function bytes(town) {
  const sizes = await measureBytes(town.url);
  for (const [app, size] of Object.entries(sizes)) {
    for (const [part, kilobytes] of Object.entries(size)) line('bytes', `${app}: ${part}, gzip`, kilobytes, byteBudgets[app][part], 'kB');
  }
}

async function phone(town, browser) {
  const visits = [];
  for (let run = 0; run < Number(values.runs); run++) visits.push(await visit(browser, town.url));
  const of = (when, what) => median(visits.map((one) => one[when][what]));
  line('times', 'menu, cold: first contentful paint', of('cold', 'fcp'), 1200, 'ms');
  line('times', 'menu, cold: largest contentful paint', of('cold', 'lcp'), 1800, 'ms');
  line('times', 'menu, cold: can be tapped', of('cold', 'tappable'), 1800, 'ms');
  line('times', 'menu, cold: layout shift', of('cold', 'cls'), 0.02, '');
  line('times', 'menu, again: largest contentful paint', of('again', 'lcp'), 1000, 'ms');
  line('times', 'menu, again: layout shift', of('again', 'cls'), 0.02, '');
  const orders = [];
  for (let run = 0; run < Math.min(3, Number(values.runs)); run++) orders.push(await orderOnce(browser, town.url));
  line('times', 'an order: worst interaction (INP)', median(orders.map(({ inp }) => inp)), 200, 'ms');
  line('times', 'an order: layout shift', median(orders.map(({ cls }) => cls)), 0.02, '');
  console.log(`largest paint: ${visits[0].cold.lcpElement}; interactions of the first order:`);
  for (const one of orders[0].interactions) console.log(`  ${one}`);
}

async function streams(town, browser) {
  const delays = await commitToScreen(browser, town, Number(values.streams), Number(values.steps));
  line('times', `commit to screen, ${values.streams} streams: p50`, median(delays), undefined, 'ms');
  line('times', `commit to screen, ${values.streams} streams: p95`, percentile(delays, 0.95), 500, 'ms');
  line('times', `commit to screen, ${values.streams} streams: p99`, percentile(delays, 0.99), 1000, 'ms');
}

const town = await openTown(Number(values.port));
const browser = await chromium.launch({
  executablePath: process.env.DANGOL_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const measures = { bytes, phone, streams };
  for (const part of parts) await measures[part](town, browser);
} finally {
  await browser.close();
  await town.close();
}
if (values.json) await writeFile(values.json, JSON.stringify(report, null, 2));
if (over.bytes.length > 0 || (values.strict && over.times.length > 0)) {
  console.error(`over budget: ${[...over.bytes, ...(values.strict ? over.times : [])].join('; ')}`);
  process.exit(1);
}
