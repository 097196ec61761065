import { lstatSync } from 'node:fs';
import { win32 } from 'node:path';
import {
  PRODUCT_KEYS,
  PRODUCT_NAMES,
  REGISTRATION_KEY,
  REGISTRATION_THUMBPRINT,
} from '../../../main/vendor/products';
import type { Bench } from '../bench';
import { type Comparison, fact } from '../comparison';
import { type Answer, mapAnswer, notTold, told } from '../fact';
import { few, judge, judgeText, sameMembers } from '../judge';
import { programs, roles } from '../one-liners';

const installed = (bench: Bench) => bench.powershell(programs.command, programs.schema);

async function ourPrograms({ server }: Bench): Promise<Answer<string[]>> {
  try {
    const listed = await server.programs.list();
    return told(
      listed.map(
        ({ view, displayName, displayVersion }) => `${view} ${displayName} ${displayVersion}`,
      ),
    );
  } catch (error) {
    return notTold(error instanceof Error ? error.message : String(error));
  }
}

async function oneProgram(bench: Bench, isIt: (name: string) => boolean): Promise<Answer<string>> {
  return mapAnswer(
    await installed(bench),
    (all) => all.find(({ name }) => isIt(name))?.version ?? 'none',
  );
}

/** Source: learn.microsoft.com, Server Manager names of the roles the script names. */
const ROLES: Readonly<Record<string, string>> = {
  'Web-Server': 'Web Server (IIS)',
  'AD-Domain-Services': 'Active Directory Domain Services',
  'Hyper-V': 'Hyper-V',
};

function asrFolderByNode({ server }: Bench): Answer<string> {
  try {
    const found = lstatSync(win32.join(server.places.programData, 'ASR'));
    return told(found.isSymbolicLink() ? 'junction' : 'folder');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? told('absent') : notTold(String(error));
  }
}

const products = Object.entries(PRODUCT_NAMES).map(
  ([id, displayName]): Comparison => ({
    group: 'Software',
    name: `Product: ${displayName}`,
    by: 'registry as .NET reads it',
    compare: async (bench) =>
      judgeText(
        fact(bench, (facts) => {
          const versions = new Map<string, string | null>(Object.entries(facts.products));
          return versions.get(id) ?? 'none';
        }),
        await oneProgram(bench, (name) => name === displayName),
      ),
  }),
);

export const softwareComparisons: Comparison[] = [
  {
    group: 'Software',
    name: 'All installed programs in both views',
    by: 'registry as .NET reads it',
    async compare(bench) {
      const show = (words: readonly string[]) => `${words.length}: ${few(words)}`;
      return judge({
        ours: await ourPrograms(bench),
        second: mapAnswer(await installed(bench), (all) =>
          all.map(({ view, name, version }) => `${view} ${name} ${version}`),
        ),
        show,
        showSecond: show,
        compare: sameMembers,
      });
    },
  },
  ...products,
  {
    group: 'Software',
    name: 'Folder of the process server',
    by: 'reg.exe query',
    async compare(bench) {
      const { processServer } = PRODUCT_KEYS;
      const second = await bench.registryValue(processServer, 'InstallDirectory', '32');
      return judgeText(
        fact(bench, ({ configuration }) => configuration.installFolder ?? 'none'),
        mapAnswer(
          second,
          (folder) => folder?.replace(/\\+$/, '').replace(/\\home\\svsystems$/i, '') ?? 'none',
        ),
      );
    },
  },
  {
    group: 'Software',
    name: 'Certificate of the registration',
    by: 'reg.exe query',
    compare: async (bench) =>
      judgeText(
        fact(bench, ({ registration }) => registration.thumbprint ?? 'none'),
        mapAnswer(
          await bench.registryValue(REGISTRATION_KEY, REGISTRATION_THUMBPRINT),
          (thumbprint) => thumbprint ?? 'none',
        ),
      ),
  },
  {
    group: 'Software',
    name: 'Roles that a process server must not share the server with',
    by: 'Get-WindowsFeature',
    async compare(bench) {
      const second = await bench.powershell(roles.command, roles.schema);
      const ours = fact(bench, ({ prerequisites }) => prerequisites.roles);
      const show = (names: readonly string[]) => names.join(', ') || 'none';
      return judge({
        ours: ours.told && ours.value === null ? notTold('we could not tell') : ours,
        second: mapAnswer(second, (names) => names.flatMap((name) => ROLES[name] ?? [])),
        show: (names) => show(names ?? []),
        showSecond: show,
        compare: (names, others) => sameMembers(names ?? [], others),
      });
    },
  },
  {
    group: 'Software',
    name: 'What lies at ProgramData\\ASR',
    by: 'lstat of Node',
    compare: async (bench) =>
      judgeText(
        fact(bench, ({ prerequisites }) => prerequisites.asrFolder),
        asrFolderByNode(bench),
      ),
  },
  {
    group: 'Software',
    name: 'MySQL Server 5.5',
    by: 'registry as .NET reads it',
    compare: async (bench) =>
      judgeText(
        fact(bench, ({ prerequisites }) => prerequisites.mySql55 ?? 'none'),
        await oneProgram(bench, (name) => name.startsWith('MySQL Server 5.5')),
      ),
  },
  {
    group: 'Software',
    name: 'Perl',
    by: 'registry as .NET reads it',
    async compare(bench) {
      const isPerl = (name: string) => /^(Strawberry Perl|ActivePerl)/i.test(name);
      return judge({
        ours: fact(bench, ({ prerequisites }) => prerequisites.perl ?? 'none'),
        second: await oneProgram(bench, isPerl),
        show: String,
        showSecond: String,
        compare: (ours, second) => {
          if (ours === second) return null;
          return ours === 'none'
            ? { cannot: 'one in C:\\strawberry or C:\\thirdparty is the vendor’s own for us' }
            : { difference: `${ours} is not ${second}` };
        },
      });
    },
  },
  {
    group: 'Software',
    name: 'Set-up files in Downloads and on the desktop',
    by: 'dir of cmd.exe',
    async compare(bench) {
      const { downloads, ownFolder } = bench.server.places;
      const names: string[] = [];
      for (const folder of downloads) {
        // Fails as well when there is no such file, which is no reason to doubt it.
        const args = ['/d', '/c', 'dir', '/b', '/a-d', win32.join(folder, '*UnifiedSetup*.exe')];
        const listed = await bench.tool('cmd.exe', args);
        if (listed.told) names.push(...listed.value.trim().split(/\r?\n/));
      }
      const show = (list: readonly string[]) => few(list) || 'none';
      return judge({
        ours: fact(bench, ({ setupFiles }) =>
          setupFiles
            .filter(({ path }) => !path.toLowerCase().startsWith(ownFolder.toLowerCase()))
            .map(({ path }) => win32.basename(path)),
        ),
        second: told(names),
        show,
        showSecond: show,
        compare: sameMembers,
      });
    },
  },
];
