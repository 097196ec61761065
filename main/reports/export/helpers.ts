import { actionHelpers } from './action-helpers';
import { backupHelpers } from './backup-helpers';
import { fileCheckHelpers } from './check-helpers';
import { downloadHelpers } from './download-helpers';
import { fileHelpers } from './file-helpers';
import { judgementHelpers } from './judgement-helpers';
import { listHelpers } from './list-helpers';
import { planHelpers } from './plan-helpers';
import { processHelpers } from './process-helpers';
import { renewalCheckHelpers } from './renewal-check-helpers';
import { restoreHelpers } from './restore-helpers';
import { serverCheckHelpers } from './server-check-helpers';
import { serviceHelpers } from './service-helpers';
import { settingHelpers } from './setting-helpers';

interface Helper {
  name: string;
  code: string;
}

/** Functions stand apart by an empty line and have none inside. */
const helpers: readonly Helper[] = [
  planHelpers,
  fileHelpers,
  processHelpers,
  actionHelpers,
  judgementHelpers,
  fileCheckHelpers,
  serverCheckHelpers,
  renewalCheckHelpers,
  downloadHelpers,
  serviceHelpers,
  backupHelpers,
  settingHelpers,
  listHelpers,
  restoreHelpers,
].flatMap((group) =>
  group
    .trim()
    .split(/\n\n+/)
    .map((code) => {
      const name = /^function ([\w-]+)/m.exec(code)?.[1];
      if (!name) throw new Error('A part of the export is no function.');
      return { name, code };
    }),
);

const calls = (code: string, name: string) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code);

/** The functions that the code needs, and those that they need, in their usual order. */
export function helpersFor(code: string): string[] {
  const needed = new Set<string>();
  const look = (text: string) => {
    for (const helper of helpers) {
      if (needed.has(helper.name) || !calls(text, helper.name)) continue;
      needed.add(helper.name);
      look(helper.code);
    }
  };
  look(code);
  return helpers.filter(({ name }) => needed.has(name)).map(({ code: text }) => text);
}
