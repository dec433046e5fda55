// The real program in a folder of its own: the demo's three branches with their menus, nobody simulated.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const binary = resolve(process.env.DANGOL_BINARY ?? join(import.meta.dirname, '../../../build/release/dangol'));

async function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : failed(new Error('no port'))));
    });
  });
}

export class Server {
  url = '';
  /** One-time codes as printed at the first start: "euljiro", "rider", "operator" … */
  readonly codes = new Map<string, string>();
  private process: ChildProcess | undefined;
  private data = '';
  private port = 0;

  constructor(private readonly flags: readonly string[] = []) {}

  async start(): Promise<void> {
    this.data ||= await mkdtemp(join(tmpdir(), 'dangol-browser-'));
    this.port ||= await freePort();
    const ports = ['--port', String(this.port), '--admin-port', '0'];
    const command = ['serve', '--demo', '--data', this.data, ...ports, '--log-level', 'warn', '--limits', 'off'];
    const child = spawn(binary, [...command, ...this.flags], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.process = child;
    await new Promise<void>((ready, failed) => {
      let printed = '';
      child.once('error', failed);
      child.once('exit', (status) => failed(new Error(`dangol ended with ${status}:\n${printed}`)));
      child.stdout?.on('data', (bytes: Buffer) => {
        printed += bytes.toString();
        const address = /dangol ready on (\S+)/.exec(printed)?.[1];
        if (!address) return;
        this.url = address;
        this.readCodes(printed);
        ready();
      });
    });
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child || child.exitCode !== null) return;
    await new Promise((gone) => {
      child.removeAllListeners('exit');
      child.once('exit', gone);
      child.kill(signal);
    });
  }

  async restart(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    await this.stop(signal);
    await this.start();
  }

  async remove(): Promise<void> {
    await this.stop('SIGKILL');
    if (this.data) await rm(this.data, { recursive: true, force: true });
  }

  /** "  http://…/store#code=…  매장 · café euljiro", "  http://…/rider#code=…  라이더 · rider", "… operator: http://…/ops#code=…" */
  private readCodes(printed: string): void {
    for (const line of printed.split('\n')) {
      const code = /#code=(\S+)/.exec(line)?.[1];
      if (!code) continue;
      if (line.includes('/ops#')) this.codes.set('operator', code);
      else this.codes.set(line.trim().split(/\s+/).at(-1) ?? '', code);
    }
  }
}
