import type { PreparedPackage, ServerFacts } from '../../../contract/facts';

/** The prepared package of that set-up file; null when another file, or none, was prepared. */
export function preparedFor(
  setupFile: string | null | undefined,
  { prepared }: ServerFacts,
): PreparedPackage | null {
  const isIt = prepared?.source.toLowerCase() === setupFile?.toLowerCase();
  return isIt ? prepared : null;
}
