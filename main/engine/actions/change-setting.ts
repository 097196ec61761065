import { text } from '../../../contract/text/engine';
import { type ActionOutcome, done, type Perform } from './context';

const words = text.setting;

const isUtf16 = (bytes: Uint8Array) =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

const UTF8_MARK = '\u00ef\u00bb\u00bf';

/** Bytes as characters of the same number, so that what is not changed stays byte for byte. */
const asCharacters = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** Gives one setting another value; nothing is written when it already has it, or has a third one. */
export const changeSetting: Perform<'changeSetting'> = async (action, context) => {
  const { files } = context.server;
  const { path, reader, setting, from, to } = action;
  const read = context.readers.settings[reader];
  const change = context.readers.settingWriters[reader];
  if (!read || !change) throw new Error(`No writer named ${reader}.`);
  const failed = (problem: typeof text.detectionFailed): ActionOutcome => ({
    kind: 'failed',
    problem: { ...problem, toolWords: [], code: null },
    facts: {},
  });
  const bytes = (await files.stat(path)) === null ? null : await files.read(path);
  const content = await context.server.readText(path);
  if (bytes === null || content === null || isUtf16(bytes)) return failed(words.unreadable(path));
  const found = read(content, setting);
  if (found === to) return done({ before: to });
  if (found !== from) {
    return failed(words.otherValue(setting, path, from, found ?? words.missing));
  }
  const value = asCharacters(new TextEncoder().encode(to));
  const whole = asCharacters(bytes);
  // A mark at the beginning is no part of the first line's name.
  const mark = whole.startsWith(UTF8_MARK) ? UTF8_MARK : '';
  const changed = change(whole.slice(mark.length), setting, value);
  if (changed === null) return failed(words.unreadable(path));
  await files.write(path, Buffer.from(mark + changed, 'latin1'));
  context.line('engine', words.changed(setting, path));
  return done({ before: from });
};
