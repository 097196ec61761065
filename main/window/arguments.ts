import { parseArgs } from 'node:util';

export type Theme = 'light' | 'dark' | 'contrast';

/** What the program was told when it was started. */
export interface ProgramArguments {
  mode: 'practice' | 'real';
  scenario?: string;
  /** Simulated seconds in a real one; Infinity for "as fast as it can". */
  timeFactor?: number;
  stateFolder?: string;
  /** Practice tools run as programs of their own; for tests. */
  executables: boolean;
  /** null follows the system. */
  theme: Theme | null;
}

/**
 * Reads the program's own arguments; those of Electron and Chromium are passed over.
 * Anything but Windows is practice, whatever was asked for.
 */
export function programArguments(argv: readonly string[], platform: string): ProgramArguments {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      practice: { type: 'boolean' },
      scenario: { type: 'string' },
      'time-factor': { type: 'string' },
      'state-folder': { type: 'string' },
      theme: { type: 'string' },
      'practice-executables': { type: 'boolean' },
    },
  });
  const scenario = text(values.scenario);
  const stateFolder = text(values['state-folder']);
  const timeFactor = factor(text(values['time-factor']));
  return {
    mode: values.practice === true || platform !== 'win32' ? 'practice' : 'real',
    ...(scenario === undefined ? {} : { scenario }),
    ...(timeFactor === undefined ? {} : { timeFactor }),
    ...(stateFolder === undefined ? {} : { stateFolder }),
    executables: values['practice-executables'] === true,
    theme: theme(text(values.theme)),
  };
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

function factor(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (value === 'max') return Number.POSITIVE_INFINITY;
  const number = Number(value);
  return Number.isFinite(number) && number > 0 ? number : undefined;
}

function theme(value: string | undefined): Theme | null {
  return value === 'light' || value === 'dark' || value === 'contrast' ? value : null;
}
