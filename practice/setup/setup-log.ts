import type { ToolContext } from '../runner/tool';
import { logLine, sessionStartLine } from '../vendor-behaviour/setup-log';

const folder = 'C:\\ProgramData\\ASRSetupLogs';
const path = `${folder}\\ASRUnifiedSetup.log`;

/** The log of set-up, written line by line as time passes. */
export interface SetupLog {
  write(...messages: string[]): Promise<void>;
  /** Goes to the console too. */
  print(...messages: string[]): Promise<void>;
}

/** Starts a log; the one of an earlier run goes to the folder Backup under its own time. */
export async function openSetupLog(context: ToolContext): Promise<SetupLog> {
  const { systemFiles, clock } = context;
  await moveSetupLogAway(context);
  const started = clock.now();
  await systemFiles.append(path, sessionStartLine(started, -started.getTimezoneOffset()));
  const write = async (...messages: string[]) => {
    for (const message of messages) {
      const now = clock.now();
      await systemFiles.append(path, logLine(now, message, -now.getTimezoneOffset()));
    }
  };
  return {
    write,
    print: async (...messages) => {
      for (const message of messages) context.output(`${message.replace(/\r?\n/g, '\r\n')}\r\n`);
      await write(...messages);
    },
  };
}

/** Moves the log to the folder Backup, where there is one; a set-up that starts does that. */
export async function moveSetupLogAway({ systemFiles, clock }: ToolContext): Promise<void> {
  await systemFiles.makeFolder(`${folder}\\Backup`);
  if (!(await systemFiles.stat(path))) return;
  const backup = `${folder}\\Backup\\${stamp(clock.now())}ASRUnifiedSetup.log`;
  await systemFiles.copy(path, backup);
  await systemFiles.remove(path);
}

function stamp(time: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())];
  return [...day, two(time.getHours()), two(time.getMinutes()), two(time.getSeconds())].join('-');
}
