import { expect, test } from 'vitest';
import { changeWholeSetting, wholeSetting } from '../../../main/vendor/configuration-files';

const file =
  '# BPM_NTW_DEVICE = "no"\r\nBPM_NTW_DEVICE = "vmxnet3 Ethernet Adapter #2"\r\nPS_IP=10.0.0.1 ; old\n\nEMPTY = ""\nXPS_IP = "1.1.1.1"\n';

test('a # in quotes belongs to the value, one after it does not', () => {
  expect(wholeSetting(file, 'BPM_NTW_DEVICE')).toBe('vmxnet3 Ethernet Adapter #2');
  expect(wholeSetting(file, 'PS_IP')).toBe('10.0.0.1');
  expect(wholeSetting(file, 'EMPTY')).toBe('');
  expect(wholeSetting(file, 'ps_ip')).toBeNull();
});

test('one value changes and nothing else', () => {
  expect(changeWholeSetting(file, 'PS_IP', '10.0.0.2')).toBe(file.replace('10.0.0.1', '10.0.0.2'));
  expect(changeWholeSetting(file, 'EMPTY', '$1 $&')).toBe(file.replace('""', () => '"$1 $&"'));
  expect(changeWholeSetting(file, 'NOT_THERE', 'x')).toBeNull();
});

test('of several the last one counts, for reading and for changing', () => {
  const twice = 'PS_IP = "1.1.1.1"\nPS_IP = "2.2.2.2"\n';
  expect(wholeSetting(twice, 'PS_IP')).toBe('2.2.2.2');
  expect(changeWholeSetting(twice, 'PS_IP', '3.3.3.3')).toBe(
    'PS_IP = "1.1.1.1"\nPS_IP = "3.3.3.3"\n',
  );
});
