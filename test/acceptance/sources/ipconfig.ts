export interface AddressSeen {
  adapter: string;
  address: string;
  dhcp: boolean;
}

const HEADING = /^\S.* adapter (.+):\s*$/;
const FIELD = /^ {3}(\S.*?)[ .]*: ?(.*)$/;

/**
 * IPv4 addresses of all adapters from English `ipconfig /all`. An address that Windows gave itself
 * ("Autoconfiguration IPv4 Address") is none of DHCP, whatever "DHCP Enabled" says.
 * Source: learn.microsoft.com, ipconfig.
 */
export function parseIpconfig(text: string): AddressSeen[] {
  const found: AddressSeen[] = [];
  let adapter: string | null = null;
  let dhcp = false;
  for (const line of text.split(/\r?\n/)) {
    const heading = HEADING.exec(line)?.[1];
    if (heading !== undefined) {
      adapter = heading;
      dhcp = false;
      continue;
    }
    const [, name = '', value = ''] = FIELD.exec(line) ?? [];
    if (name === 'DHCP Enabled') dhcp = value.trim() === 'Yes';
    if (adapter === null || !/^(Autoconfiguration )?IPv4 Address$|^IP Address$/.test(name)) {
      continue;
    }
    const address = /^\d+\.\d+\.\d+\.\d+/.exec(value)?.[0];
    if (address) found.push({ adapter, address, dhcp: dhcp && !name.startsWith('Auto') });
  }
  return found;
}
