/** Why a folder is of no use to set-up. */
export type FolderReason =
  | 'empty'
  | 'network'
  | 'relative'
  | 'root'
  | 'trailing'
  | 'notAscii'
  | 'form'
  | 'characters'
  | 'long'
  | 'temp'
  | 'system';

const LONGEST_FOLDER = 120;

const SYSTEM_FOLDERS = [
  /^c:\\(?:windows|program files(?: \(x86\))?)(?:\\|$)/i,
  /^c:\\programdata\\(?:asr|microsoft|processservermanager)(?:\\|$)/i,
];

/**
 * What is wrong with an install folder as it is written; null when every part of set-up takes it.
 * Set-up's own validation lets through much that fails later: the root of a drive, drive-relative
 * folders, trailing backslashes, other than ASCII characters, folders of Windows.
 * Source: vendor source, SetupFramework/ValidationHelper.cs, and runs of it.
 */
export function folderReason(value: string): FolderReason | null {
  if (value === '') return 'empty';
  if (/^[\\/]{2}/.test(value)) return 'network';
  if (!/^[A-Za-z]:/.test(value) || /^[A-Za-z]:[^\\/]/.test(value)) return 'relative';
  if (/^[A-Za-z]:[\\/]*$/.test(value)) return 'root';
  if (/[\\/]$/.test(value)) return 'trailing';
  if (/[^\x20-\x7e]/.test(value)) return 'notAscii';
  if (!/^[A-Za-z]:\\[^\\/:*?"<>|]+(?:\\[^\\/:*?"<>|]+)*$/.test(value)) return 'form';
  const names = value.split('\\').slice(1);
  const isPlain = /^[A-Za-z]:[A-Za-z0-9 ._()\\-]+$/.test(value);
  if (!isPlain || names.some((name) => /^[\s.-]|[\s.]$/.test(name))) return 'characters';
  if (value.length > LONGEST_FOLDER) return 'long';
  if (/^[a-z]:\\temp(?:\\|$)/i.test(value)) return 'temp';
  return SYSTEM_FOLDERS.some((folder) => folder.test(value)) ? 'system' : null;
}
