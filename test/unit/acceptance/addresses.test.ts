import { expect, test } from 'vitest';
import { parseIpconfig } from '../../acceptance/sources/ipconfig';

const dots = (name: string) => `   ${`${name} `.padEnd(35, '. ').slice(0, 35)} : `;
const field = (name: string, value: string) => `${dots(name).trimEnd()} ${value}`;

const text = [
  '',
  'Windows IP Configuration',
  '',
  field('Host Name', 'SRV01'),
  field('Primary Dns Suffix', 'contoso.example'),
  '',
  'Ethernet adapter Ethernet 2:',
  '',
  field('Connection-specific DNS Suffix', 'internal.example'),
  field('Description', 'Microsoft Hyper-V Network Adapter'),
  field('Physical Address', '00-0D-3A-12-34-56'),
  field('DHCP Enabled', 'Yes'),
  field('Autoconfiguration Enabled', 'Yes'),
  field('Link-local IPv6 Address', 'fe80::1:2:3:4%5(Preferred)'),
  field('IPv4 Address', '10.0.0.4(Preferred)'),
  field('Subnet Mask', '255.255.255.0'),
  field('Default Gateway', '10.0.0.1'),
  field('DNS Servers', '168.63.129.16'),
  '                                       10.0.0.2',
  '',
  'Ethernet adapter vEthernet (nat):',
  '',
  field('DHCP Enabled', 'No'),
  field('IPv4 Address', '172.20.80.1(Preferred)'),
  field('IPv4 Address', '172.20.80.2(Duplicate)'),
  '',
  'Ethernet adapter Storage:',
  '',
  field('DHCP Enabled', 'Yes'),
  field('Autoconfiguration IPv4 Address', '169.254.10.20(Preferred)'),
  '',
  'Wireless LAN adapter Wi-Fi:',
  '',
  field('Media State', 'Media disconnected'),
  field('DHCP Enabled', 'Yes'),
  '',
].join('\r\n');

test('every card with its own addresses and its own way to them', () => {
  expect(parseIpconfig(text)).toEqual([
    { adapter: 'Ethernet 2', address: '10.0.0.4', dhcp: true },
    { adapter: 'vEthernet (nat)', address: '172.20.80.1', dhcp: false },
    { adapter: 'vEthernet (nat)', address: '172.20.80.2', dhcp: false },
    { adapter: 'Storage', address: '169.254.10.20', dhcp: false },
  ]);
});

test('a list without an adapter has no addresses', () => {
  expect(parseIpconfig('\r\nWindows IP Configuration\r\n\r\n')).toEqual([]);
});
