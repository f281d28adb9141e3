/** 运行外部程序: starts one program, waits for its end, and hands back what it printed. */
import { spawn } from 'node:child_process';

/** The user of the operating system that a program runs as; absent means: as this process. */
export interface Identity {
  uid: number;
  gid: number;
}

export interface RunOptions {
  identity?: Identity | undefined;
  /** Working folder; entered before the identity is taken on, so it may lie where that user could not walk to. */
  cwd?: string;
  /** An open file that the program sees as descriptor 3. */
  extraDescriptor?: number;
}

export interface Ran {
  /** Exit code; -1 when the program could not be started at all. */
  code: number;
  /** Standard output and error, in the order in which they came. */
  output: string;
}

// Nothing of this process's environment goes along: it holds secrets, and its locale would translate the messages.
const ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' };

export function runProgram(program: string, args: string[], options: RunOptions = {}): Promise<Ran> {
  const { identity, cwd, extraDescriptor } = options;
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe', ...(extraDescriptor === undefined ? [] : [extraDescriptor])],
      windowsHide: true,
      ...(process.platform === 'win32' ? {} : { env: ENVIRONMENT }),
      ...(cwd === undefined ? {} : { cwd }),
      ...identity,
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ code: -1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? -1, output: output.trim() }));
  });
}
