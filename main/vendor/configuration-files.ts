import type { SettingReader } from '../../contract/reader';

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
