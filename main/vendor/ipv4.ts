const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^(?:${OCTET}\\.){3}${OCTET}$`);

/**
 * True for an address as set-up takes it: four plain numbers without leading zeros.
 * Source: vendor source, SetupFramework/ValidationHelper.cs.
 */
export const isIpv4 = (value: string): boolean => IPV4.test(value);

/** True for an address that another server can have; set-up itself lets `0.x` pass and fails later. */
export function isUsableIpv4(address: string): boolean {
  const first = Number(address.split('.')[0]);
  return first !== 0 && first !== 127 && first < 224;
}
