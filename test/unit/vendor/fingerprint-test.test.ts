import { expect, test } from 'vitest';
import { text } from '../../../contract/text/set-up';
import { fingerprintReader } from '../../../main/vendor/fingerprint-test';

const failed = (reason: string) => ({
  code: 4294967295,
  output: `passphrase failed validation -- reason: ${reason} -- data:  -- Verify the correct ip address`,
  error: '',
  log: '',
});

test.each([
  ["failed to post request: (7) - Couldn't connect to server", text.fingerprint.unreachable],
  ['failed to post request: (28) - Timeout was reached', text.fingerprint.timedOut],
  ['server returned error: 403', text.fingerprint.rejected],
  [
    'failed to post request: (56) - Recv failure: Connection was reset',
    text.fingerprint.couldNotTell,
  ],
])('after "reason: %s" the verdict is about that', (reason, words) => {
  expect(fingerprintReader.judge(failed(reason)).problem).toMatchObject(words);
});

test('a tool that ends without a word says nothing about the passphrase', () => {
  const outcome = { code: 0xc0000135, output: '', error: '', log: '' };
  expect(fingerprintReader.judge(outcome).problem).toMatchObject(text.fingerprint.couldNotTell);
});

test('only the words "passphrase is valid" with exit code 0 are a good answer', () => {
  const good = { code: 0, output: 'passphrase is valid', error: '', log: '' };
  expect(fingerprintReader.judge(good).problem).toBeNull();
  expect(fingerprintReader.judge({ ...good, output: '' }).problem).not.toBeNull();
});
