import { win32 } from 'node:path';
import { z } from 'zod';
import type { Bench } from '../bench';
import type { Comparison } from '../comparison';
import { type Answer, mapAnswer, notTold, told } from '../fact';
import { judge, judgeText, sameMembers, sameText } from '../judge';
import { folderOwner } from '../one-liners';
import { accessWord, maskOfRights, parseSavedAccess } from '../sources/access';
import { parseHashFile } from '../sources/certutil';

/** Source: FIPS 180-4, examples for SHA-256. */
const EXAMPLES: readonly (readonly [content: string, hash: string])[] = [
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
];

async function ourHash({ server }: Bench, path: string): Promise<Answer<string>> {
  try {
    return told(await server.files.sha256(path));
  } catch (error) {
    return notTold(error instanceof Error ? error.message : String(error));
  }
}

const hashRow = (name: string, pathIn: (bench: Bench) => string): Comparison => ({
  group: 'Files',
  name: `SHA-256 of ${name}`,
  by: 'certutil.exe -hashfile',
  async compare(bench) {
    const path = pathIn(bench);
    const printed = await bench.tool('certutil.exe', ['-hashfile', path, 'SHA256']);
    const hash = printed.told ? parseHashFile(printed.value) : null;
    const second =
      printed.told && hash === null ? notTold('certutil.exe printed no hash') : printed;
    return judgeText(
      await ourHash(bench, path),
      mapAnswer(second, () => hash ?? ''),
    );
  },
});

const protectionSchema = z.object({
  exists: z.boolean(),
  owner: z.string(),
  protected: z.boolean(),
  access: z.array(
    z.object({ sid: z.string(), rights: z.string(), inherited: z.boolean(), kind: z.string() }),
  ),
});

/** Who may use a folder, in words that both sources can be brought to. */
export async function ourAccess(bench: Bench, path: string): Promise<Answer<string[]>> {
  const answer = await bench.script('read-folder-protection', { path }, protectionSchema);
  if (answer.told && !answer.value.exists) return notTold(`${path} is not there`);
  return mapAnswer(answer, ({ protected: isProtected, access }) => [
    isProtected ? 'protected' : 'inherits',
    ...access.map(({ sid, rights, inherited, kind }) =>
      accessWord({ sid, inherited, allows: kind === 'Allow', mask: maskOfRights(rights) }),
    ),
  ]);
}

/** The same as icacls.exe saves it. */
export async function savedAccess(bench: Bench, path: string): Promise<Answer<string[]>> {
  const { files } = bench.server;
  const target = win32.join(bench.folder, 'access.txt');
  const saved = await bench.tool('icacls.exe', [path, '/save', target]);
  if (!saved.told) return saved;
  if ((await files.stat(target)) === null) return notTold('icacls.exe saved nothing');
  const text = new TextDecoder('utf-16le').decode(await files.read(target));
  await files.remove(target);
  const list = parseSavedAccess(text);
  if (list === null) return notTold('icacls.exe saved no list');
  return told([list.protected ? 'protected' : 'inherits', ...list.access.map(accessWord)]);
}

/** Our own folder where it is there already, else the one above it. */
async function folderToLookAt({ server }: Bench): Promise<string> {
  const { ownFolder, programData } = server.places;
  const isThere = await server.files.stat(ownFolder).catch(() => null);
  return isThere === null ? programData : ownFolder;
}

const list = (words: readonly string[]) => words.join('; ');

export const fileComparisons: Comparison[] = [
  {
    group: 'Files',
    name: 'SHA-256 of known content',
    by: 'examples of FIPS 180-4',
    async compare(bench) {
      const file = win32.join(bench.folder, 'example.bin');
      const ours: string[] = [];
      for (const [content] of EXAMPLES) {
        await bench.server.files.write(file, Buffer.from(content));
        ours.push(await bench.server.files.sha256(file));
      }
      await bench.server.files.remove(file);
      return judge({
        ours: told(list(ours)),
        second: told(list(EXAMPLES.map(([, hash]) => hash))),
        show: String,
        showSecond: String,
        compare: sameText,
      });
    },
  },
  hashRow('notepad.exe', ({ server }) => win32.join(server.places.system32, 'notepad.exe')),
  hashRow('powershell.exe', ({ server }) => server.places.powershell),
  hashRow('the Node that runs this', () => process.execPath),
  {
    group: 'Files',
    name: 'Who may use our folder, or the folder it goes into',
    by: 'icacls.exe /save',
    async compare(bench) {
      const path = await folderToLookAt(bench);
      return judge({
        ours: await ourAccess(bench, path),
        second: await savedAccess(bench, path),
        show: list,
        showSecond: list,
        compare: sameMembers,
      });
    },
  },
  {
    group: 'Files',
    name: 'Who owns that folder',
    by: 'Win32_LogicalFileSecuritySetting of WMI',
    async compare(bench) {
      const path = await folderToLookAt(bench);
      const ours = await bench.script('read-folder-protection', { path }, protectionSchema);
      const { command, schema } = folderOwner(path);
      const second = await bench.powershell(command, schema);
      return judgeText(
        mapAnswer(ours, ({ owner }) => owner),
        second.told && second.value === '' ? notTold('WMI named no owner') : second,
      );
    },
  },
];
