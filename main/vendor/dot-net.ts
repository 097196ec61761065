/** `Release` of .NET Framework 4.6.2, the least set-up runs on. Source: WrapperSetup/Program.cs. */
export const NEEDED_DOT_NET = 394802;

/** Least `Release` of each version, newest first. Source: the article "Determine installed versions". */
const VERSIONS: readonly [number, string][] = [
  [533320, '4.8.1'],
  [528040, '4.8'],
  [461808, '4.7.2'],
  [461308, '4.7.1'],
  [460798, '4.7'],
  [394802, '4.6.2'],
  [394254, '4.6.1'],
  [393295, '4.6'],
  [379893, '4.5.2'],
  [378675, '4.5.1'],
  [378389, '4.5'],
];

/** The version of .NET Framework that has this `Release`. */
export function dotNetVersion(release: number): string {
  return VERSIONS.find(([least]) => release >= least)?.[1] ?? '4.0';
}
