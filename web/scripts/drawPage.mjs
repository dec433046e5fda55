// For the browser tests: renders a page outside of a browser, as the app renders it first.
//
// usage: node scripts/drawPage.mjs <<< '{"path": "/", "language": "ko", "boot": {…}}'
import { text } from 'node:stream/consumers';
import { drawPage } from '../dist/prerender/pages.js';

const { path, boot, language } = JSON.parse(await text(process.stdin));
process.stdout.write(drawPage(path, boot, language), () => process.exit()); // the app's timers would keep the process alive
