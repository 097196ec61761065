const NAMES: ReadonlySet<string> = new Set([
  'yes/no',
  'ip address',
  'port',
  'port number',
  'portnumber',
  'username',
  'user name',
  'domain\\username',
  'password',
  'myproxyuserpassword',
  'http://myproxyserver.domain.com',
  'myproxyserver.domain.com',
]);

/**
 * Whether a value only says what belongs there: words of the articles, anything in angle brackets,
 * dots or rows of x.
 */
export function isPlaceholder(value: string): boolean {
  const inner = value.trim().toLowerCase();
  return NAMES.has(inner) || /^<.*>?$|^\[.*\]$|^\.{2,}$|^\u2026$|^x+(?:\.x+)*$/.test(inner);
}
