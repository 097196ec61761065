/** Where Windows keeps the proxy of its services, in the 64-bit view. */
export const WIN_HTTP_KEY =
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections';
export const WIN_HTTP_VALUE = 'WinHttpSettings';

const FLAGS_AT = 8;
const LENGTH_AT = 12;
const TEXT_AT = 16;
const HAS_PROXY = 2;

/**
 * The proxy in the bytes that `netsh winhttp set proxy` leaves: size, counter, flags, length, text,
 * each number four bytes with the lowest first. `none` when there is none; null when the bytes have
 * another form. `hex` is two digits a byte. Source: reports of others; Windows does not document it,
 * and no bytes of a real server were at hand.
 */
export function winHttpProxy(hex: string): string | null {
  const digits = hex.replace(/[^0-9a-f]/gi, '');
  const byteAt = (at: number) => Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16);
  const numberAt = (at: number) =>
    [3, 2, 1, 0].reduce((sum, more) => sum * 256 + byteAt(at + more), 0);
  const flags = numberAt(FLAGS_AT);
  const length = numberAt(LENGTH_AT);
  if (Number.isNaN(flags) || Number.isNaN(length)) return null;
  if (Math.floor(flags / HAS_PROXY) % 2 === 0 || length === 0) return 'none';
  if (digits.length < (TEXT_AT + length) * 2) return null;
  const text = Array.from({ length }, (_, index) => String.fromCharCode(byteAt(TEXT_AT + index)));
  const proxy = text.join('');
  return /^[\x21-\x7e]+$/.test(proxy) ? proxy : null;
}
