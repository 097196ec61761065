import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from '../processes.mjs';
import { NotHere } from './not-here.mjs';

const stanzaPlaces = '/etc/apt/sources.list.d';
const listPlace = '/etc/apt/sources.list';

/** @param {string} file */
const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** The release's name, as sources call it. */
const codename = () => /^VERSION_CODENAME=(\w+)/m.exec(textOf('/etc/os-release'))?.[1] ?? '';

/**
 * The machine's own source of the main archive, without the one for security: its packages of two
 * architectures are not always of one version.
 * @returns {string | null} as a stanza
 */
function mainSource() {
  const release = codename();
  const names = existsSync(stanzaPlaces) ? readdirSync(stanzaPlaces).sort() : [];
  const stanzas = names
    .filter((name) => name.endsWith('.sources'))
    .flatMap((name) => textOf(join(stanzaPlaces, name)).split(/\n\s*\n/));
  const stanza = stanzas.find(
    (text) => /^Types:.*\bdeb\b/m.test(text) && suitesOf(text).includes(release),
  );
  if (stanza) return stanza.trim().replace(/^Components:.*$/m, 'Components: main');
  const lists = names.filter((name) => name.endsWith('.list'));
  const lines = [listPlace, ...lists.map((name) => join(stanzaPlaces, name))].flatMap((file) =>
    textOf(file).split('\n'),
  );
  for (const line of lines) {
    const found = /^deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)/.exec(line);
    if (found?.[3] !== release) continue;
    const signed = /signed-by=(\S+)/.exec(found[1] ?? '')?.[1];
    const key = signed ? `\nSigned-By: ${signed}` : '';
    return `Types: deb\nURIs: ${found[2]}\nSuites: ${release}\nComponents: main${key}`;
  }
  return null;
}

/** @param {string} stanza */
const suitesOf = (stanza) => /^Suites:(.*)$/m.exec(stanza)?.[1]?.trim().split(/\s+/) ?? [];

/**
 * Fetches packages with apt, with lists of its own: nothing is installed, no architecture is added
 * to the system, and one need not be root.
 * @param {string} work an empty folder for lists and packages
 * @param {string[]} packages name:architecture
 * @returns {Promise<string[]>} the packages' files
 * @throws {NotHere} when the machine has no apt or the packages can't be had
 */
export async function downloadPackages(work, packages) {
  const source = mainSource();
  if (source === null) throw new NotHere('this machine has no source of Debian packages');
  const folders = { sources: '', lists: '', cache: '', packages: '' };
  const at = (/** @type {keyof typeof folders} */ name) => join(work, name);
  for (const name of /** @type {(keyof typeof folders)[]} */ (Object.keys(folders)))
    mkdirSync(at(name), { recursive: true });
  writeFileSync(join(at('sources'), 'main.sources'), `${source}\n`);
  const config = join(work, 'apt.conf');
  const settings = [
    'APT::Architectures { "amd64"; "i386"; };',
    // As root apt would change to a user that can't write here.
    'APT::Sandbox::User "";',
    'Dir::Etc::SourceList "/dev/null";',
    `Dir::Etc::SourceParts "${at('sources')}";`,
    `Dir::State::Lists "${at('lists')}";`,
    `Dir::Cache "${at('cache')}";`,
  ];
  writeFileSync(config, `${settings.join('\n')}\n`);
  const options = {
    cwd: at('packages'),
    env: { ...process.env, APT_CONFIG: config },
    timeoutMs: 900_000,
  };
  for (const args of [['update'], ['download', ...packages]]) {
    const { code, stderr } = await capture('apt-get', ['-q=2', ...args], options);
    if (code !== 0) throw new NotHere(`apt-get ${args[0]}: ${stderr.trim().split('\n').at(-1)}`);
  }
  return readdirSync(at('packages')).map((name) => join(at('packages'), name));
}
