import { decodeTextFile, dotnetTrim, textLines } from './dotnet-text';

/** Every line of a settings file, decoded and split as .NET's `File.ReadAllLines` does. */
export function settingsLines(bytes: Uint8Array): string[] {
  return textLines(decodeTextFile(bytes));
}

/** The lines set-up checks: those with something other than white space on them. */
export function filledLines(lines: readonly string[]): string[] {
  return lines.filter((line) => dotnetTrim(line) !== '');
}

/** True for `Key = "…"` without anything before the key or after the last quote. */
export function isSettingLine(line: string, key: string): boolean {
  return new RegExp(`^${key}[ \\t]*=[ \\t]*"[^\\n]*"$`).test(line);
}

/**
 * What the vendor's key reader returns: of the first line that begins with the key, the text
 * between the first and the second `=`, without any quote and trimmed. So `a=b"c` in quotes is read
 * as `a` (vendor source, SF/HelperClasses/GrepUtils.cs; observed in runs of it).
 */
export function settingValue(lines: readonly string[], key: string): string {
  const line = lines.find((candidate) => candidate.startsWith(key)) ?? '';
  return dotnetTrim((line.split('=')[1] ?? '').replaceAll('"', ''));
}
