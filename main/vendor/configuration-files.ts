import type { SettingReader, SettingWriter } from '../../contract/reader';

/** Below the folder of the process server (…\home\svsystems). */
export const AMETHYST_FILE = 'etc\\amethyst.conf';
export const CXPS_FILE = 'transport\\cxps.conf';

/**
 * amethyst.conf and App.conf: `KEY = "value"`, keys with case, `#` or `;` ends a line, the last of
 * several wins. Source: vendor source, ProcessServerCore/Config/IniParser.cs.
 */
export const quotedSetting: SettingReader = (text, setting) => {
  let found: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    const plain = line.replace(/[#;].*$/, '');
    const equals = plain.indexOf('=');
    if (equals < 0 || plain.slice(0, equals).trim() !== setting) continue;
    found = plain
      .slice(equals + 1)
      .trim()
      .replace(/^"(.*)"$/, '$1');
  }
  return found;
};

/**
 * cxps.conf: `key = value` without quotes, `#` and `[` count only in the first column, the first of
 * several wins. Source: vendor source, cxpslib/serveroptions.cpp, and runs of it.
 */
export const plainSetting: SettingReader = (text, setting) => {
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#') || line.startsWith('[')) continue;
    const equals = line.indexOf('=');
    if (equals >= 0 && line.slice(0, equals).trim() === setting)
      return line.slice(equals + 1).trim();
  }
  return null;
};

/** One line of amethyst.conf in parts: what is before the value, the value, what is after it. */
const SETTING_LINE =
  /^([ \t]*([^#;=\s][^=]*?)[ \t]*=[ \t]*)(?:"([^"]*)"|([^\r\n#;"]*?))([ \t]*(?:[#;].*)?)$/;

/** Every line that sets something, with its place in the text. */
function settingLines(text: string) {
  return [...text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => {
    const [, before, name, quoted, bare, after] = SETTING_LINE.exec(line) ?? [];
    if (before === undefined || name === undefined || after === undefined) return [];
    return [
      {
        index,
        line,
        before,
        name,
        value: quoted ?? bare ?? '',
        isQuoted: quoted !== undefined,
        after,
      },
    ];
  });
}

/**
 * Every `key = value` of a configuration file of this product, quotes taken off. A `#` inside of
 * quotes belongs to the value, as in the description of a second card of the same make. Source:
 * vendor source, pm/Utilities.pm; the .NET services cut such a value at the `#` (IniParser.cs).
 */
export const allSettings = (text: string): { name: string; value: string }[] =>
  settingLines(text).map(({ name, value }) => ({ name, value }));

/** One setting read in that way; the last of several wins. */
export const wholeSetting: SettingReader = (text, setting) =>
  settingLines(text).findLast(({ name }) => name === setting)?.value ?? null;

/** The text with another value of the setting that counts, and everything else as it was. */
export const changeWholeSetting: SettingWriter = (text, setting, value) => {
  const found = settingLines(text).findLast(({ name }) => name === setting);
  if (!found) return null;
  const { index, line, before, isQuoted, after } = found;
  const written = isQuoted ? `"${value}"` : value;
  return text.slice(0, index) + before + written + after + text.slice(index + line.length);
};
