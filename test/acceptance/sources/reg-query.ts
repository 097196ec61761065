export interface QueriedValue {
  name: string;
  type: string;
  data: string;
}

const VALUE = /^ {4}(.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/;

/**
 * What `reg query` lists: values by key, the default one under the name ''. A value whose text has
 * line breaks is cut at the first.
 * Source: learn.microsoft.com, reg query.
 */
export function parseRegQuery(text: string): Map<string, QueriedValue[]> {
  const keys = new Map<string, QueriedValue[]>();
  let values: QueriedValue[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (/^HKEY_/.test(line)) {
      values = [];
      keys.set(line.trim().toLowerCase(), values);
      continue;
    }
    const [, name, type, data = ''] = VALUE.exec(line) ?? [];
    if (name === undefined || type === undefined) continue;
    values.push({ name: /^\(default\)$/i.test(name) ? '' : name, type, data });
  }
  return keys;
}

/** The number of a REG_DWORD or REG_QWORD as `reg query` prints it, in decimal. */
export function queriedNumber(data: string): string {
  return /^0x[0-9a-f]+$/i.test(data) ? BigInt(data).toString() : data;
}
