import { asciiUpper } from './dotnet-text';
import { filledLines, isSettingLine, settingsLines, settingValue } from './settings-file';

/**
 * True for a MySQL credentials file UnifiedSetup accepts for a configuration server: three lines,
 * and passwords of 8–16 characters with a digit, a letter and one of `!@#$%_`, without blanks and
 * other special characters (vendor source, SF/ValidationHelper.cs). Null: there is no such file.
 */
export function isMysqlFile(bytes: Uint8Array | null): boolean {
  if (!bytes) return false;
  const lines = settingsLines(bytes);
  const [header, root = '', user = '', ...more] = filledLines(lines);
  return (
    more.length === 0 &&
    header === '[MySQLCredentials]' &&
    isSettingLine(root, 'MySQLRootPassword') &&
    isSettingLine(user, 'MySQLUserPassword') &&
    isMysqlPassword(settingValue(lines, 'MySQLRootPassword')) &&
    isMysqlPassword(settingValue(lines, 'MySQLUserPassword'))
  );
}

/** True for the extension of a vault credentials file, in any case. */
export function isVaultFileName(path: string): boolean {
  const name = path.slice(path.search(/[^\\/:]*$/));
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.')) : '';
  return asciiUpper(extension) === '.VAULTCREDENTIALS';
}

function isMysqlPassword(password: string): boolean {
  return (
    password.length >= 8 &&
    password.length <= 16 &&
    /\p{Nd}/u.test(password) &&
    /[A-Za-z]/.test(password) &&
    /[!@#$%_]/.test(password) &&
    !/[~'^&*()+=\-/\\:;{}[\]|?<>,." ]/.test(password)
  );
}
