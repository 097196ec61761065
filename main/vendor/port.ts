/**
 * A TCP port in plain digits as a file of the vendor has it; null for anything else, such as what was
 * mistyped in cspsconfigtool.exe, which takes any text.
 */
export function portOf(text: string | null): number | null {
  if (text === null || !/^[1-9]\d{0,4}$/.test(text)) return null;
  const port = Number(text);
  return port <= 65_535 ? port : null;
}
