import { text } from '../../../contract/text/engine';
import { type Evaluate, seen, unseen } from './context';
import { readProtection, strangersIn } from './folder-protection';

const words = text.checkWords;

export const fileExists: Evaluate<'fileExists'> = async (check, { server }) => {
  const there = (await server.files.stat(check.path)) !== null;
  return seen(check, there, words.there, there ? words.there : words.notThere, check.path);
};

export const fileAbsent: Evaluate<'fileAbsent'> = async (check, { server }) => {
  const there = (await server.files.stat(check.path)) !== null;
  return seen(check, !there, words.absent, there ? words.there : words.absent, check.path);
};

export const fileHash: Evaluate<'fileHash'> = async (check, { server }) => {
  if ((await server.files.stat(check.path)) === null) {
    return seen(check, false, words.sameContent, words.notThere, check.path);
  }
  const [copy, original] = [
    await server.files.sha256(check.path),
    await server.files.sha256(check.sameAs),
  ];
  const same = copy === original;
  return seen(
    check,
    same,
    words.sameContent,
    same ? words.sameContent : words.otherContent,
    `SHA-256 ${copy}`,
  );
};

export const folderProtected: Evaluate<'folderProtected'> = async (check, { server }) => {
  const answer = await readProtection(server, check.path);
  if (!answer.ok) return unseen(check, words.protectedFolder, answer.problem.what, check.path);
  if (!answer.value.exists) {
    return seen(check, false, words.protectedFolder, words.notThere, check.path);
  }
  const strangers = strangersIn(answer.value);
  return seen(
    check,
    strangers.length === 0,
    words.protectedFolder,
    strangers.length === 0 ? words.protectedFolder : words.openFolder(strangers.join(', ')),
    check.path,
  );
};

export const settingIs: Evaluate<'settingIs'> = async (check, { server, readers }) => {
  const reader = readers.settings[check.reader];
  if (!reader) throw new Error(`No reader named ${check.reader}.`);
  const content = await server.readText(check.path);
  const value = content === null ? null : reader(content, check.setting);
  return seen(
    check,
    value === check.expected,
    check.expected,
    value ?? words.notThere,
    `${check.path}: ${check.setting}`,
  );
};

export const logSays: Evaluate<'logSays'> = async (check, { server }) => {
  const content = (await server.readText(check.path)) ?? '';
  const there = content.includes(check.text);
  return seen(
    check,
    there === check.expected,
    check.expected ? words.textFound : words.textMissing,
    there ? words.textFound : words.textMissing,
    `${check.path}: "${check.text}"`,
  );
};
