const octet = '(?:[0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])';
// .NET's `$` also matches before a line feed at the very end.
const address = new RegExp(`^${octet}(?:\\.${octet}){3}\\n?$`);

/** True for four numbers 0–255 without leading zeros (vendor source, SF/ValidationHelper.cs). */
export function isIpAddress(text: string): boolean {
  return address.test(text);
}
