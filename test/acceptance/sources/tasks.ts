import { parseCsv } from './csv';

/** Names without `.exe` of all programs that run, from `tasklist /fo csv /nh`. */
export function parseTaskList(text: string): { name: string; pid: number }[] {
  return parseCsv(text).map(([name = '', pid]) => ({
    name: name.replace(/\.exe$/i, ''),
    pid: Number(pid),
  }));
}

export interface TaskSeen {
  atStartUp: boolean;
  asSystem: boolean;
  highest: boolean;
  command: string;
  arguments: string;
}

const unescaped = (text: string) =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '',
  );

/** A task as `schtasks /query /xml` tells it. Source: learn.microsoft.com, Task Scheduler schema. */
export function parseTaskXml(text: string): TaskSeen | null {
  if (!/<Task\b/.test(text)) return null;
  const element = (name: string) =>
    unescaped(new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? '');
  return {
    atStartUp: /<BootTrigger\b/.test(text),
    asSystem: /^(S-1-5-18|(NT AUTHORITY\\)?SYSTEM)$/i.test(element('UserId')),
    highest: element('RunLevel') === 'HighestAvailable',
    command: element('Command'),
    arguments: element('Arguments'),
  };
}
