import { z } from 'zod';
import { changedSince, folderRecordSchema } from '../../../contract/folder-record';
import { text } from '../../../contract/text/engine';
import { type Evaluate, seen, unseen } from './context';
import { readProtection, strangersIn, TRUSTED_INSTALLER } from './folder-protection';

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

/** Owners that the system gives its own folders. */
const SYSTEM_OWNERS = ['S-1-5-18', 'S-1-5-32-544', TRUSTED_INSTALLER];

export const folderClosed: Evaluate<'folderClosed'> = async (check, { server }) => {
  const answer = await readProtection(server, check.path);
  const needed = words.protectedFolder;
  if (!answer.ok) return unseen(check, needed, answer.problem.what, check.path);
  if (!answer.value.exists) return seen(check, false, needed, words.notThere, check.path);
  const owner = SYSTEM_OWNERS.includes(answer.value.owner) ? 'S-1-5-18' : answer.value.owner;
  const strangers = strangersIn({ ...answer.value, owner, protected: true });
  return seen(
    check,
    strangers.length === 0,
    needed,
    strangers.length === 0 ? needed : words.openFolder(strangers.join(', ')),
    check.path,
  );
};

const verifiedSchema = z.object({ sha256: z.string() });

export const verifiedCopy: Evaluate<'verifiedCopy'> = async (check, { server }) => {
  const recorded = await server.readText(check.recordPath);
  if (recorded === null || (await server.files.stat(check.path)) === null) {
    return seen(check, false, words.sameContent, words.notThere, check.recordPath);
  }
  const { sha256 } = verifiedSchema.parse(JSON.parse(recorded));
  const now = await server.files.sha256(check.path);
  const same = now === sha256;
  const found = same ? words.sameContent : words.otherContent;
  return seen(check, same, words.sameContent, found, `SHA-256 ${now}`);
};

export const folderAsRecorded: Evaluate<'folderAsRecorded'> = async (check, { server }) => {
  const recorded = await server.readText(check.recordPath);
  if (recorded === null || (await server.files.stat(check.path)) === null) {
    return seen(check, false, words.sameContent, words.notThere, check.recordPath);
  }
  const record = folderRecordSchema.parse(JSON.parse(recorded));
  const changed = changedSince(record, await server.hashes.readFolder(check.path));
  const same = changed.length === 0 && Object.keys(record).length > 0;
  const found = same
    ? words.sameContent
    : `${words.otherContent}: ${changed.slice(0, 5).join(', ')}`;
  return seen(check, same, words.sameContent, found, check.path);
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
