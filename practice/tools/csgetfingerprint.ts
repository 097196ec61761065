import { connectionPassphrasePath, writeServerCertificate } from '../products/connection';
import type { Tool, ToolContext } from '../runner/tool';
import { readFingerprintArguments } from '../vendor-behaviour/csgetfingerprint';
import { readPassphraseFile } from '../vendor-behaviour/passphrase-file';
import { serverAnswers } from '../world/network-loss';
import type { World } from '../world/schema';

const failed = -1;

/**
 * csgetfingerprint.exe: asks the configuration server whether the passphrase fits and keeps its
 * certificate; `-v` only asks. With `-v` every failure reads "passphrase failed validation", also
 * one of the network: what follows `reason:` tells (observed in runs of the vendor's code).
 */
export const csgetfingerprint: Tool = {
  encoding: 'oem',
  run: async (context) => {
    const world = await context.world.read();
    if (!world.isAdministrator) {
      context.output('Must be administrator to run this program\r\n');
      return failed;
    }
    const { parserAccepted, options, messages } = readFingerprintArguments(context.args);
    if (!parserAccepted) {
      context.output(messages.map((message) => `${message}\r\n`).join(''));
      return failed;
    }
    const { i: address = '', p: port = '', w: given } = options;
    const passphrase = given ?? (await storedPassphrase(context));
    if (passphrase === '') {
      context.output(
        '*** passphrase not found nor specifed on command line. Try adding -w option\r\n',
      );
      return failed;
    }
    if (!/^[\d.]+$/.test(address) && address !== world.configurationServer.address) {
      context.output(
        `Exception: resolve: Host not found (authoritative) [asio.netdb:1], unable to resolve ${address}\r\n`,
      );
      return failed;
    }
    const refusal = await ask(context, world, address, Number(port), passphrase);
    const isTest = 'v' in options;
    if (refusal) {
      const what = isTest
        ? 'passphrase failed validation'
        : `failed to get fingerprint for CS server @ ${address}:${port}`;
      context.output(
        `${what} -- reason: ${refusal.reason} -- data: ${refusal.data} -- Verify the correct ip address, port and passphrase were entered\r\n`,
      );
      return failed;
    }
    if (isTest) {
      context.output('passphrase is valid\r\n');
      return 0;
    }
    const target = { store: context.world, files: context.systemFiles, now: context.clock.now };
    const written = await writeServerCertificate(target, address, Number(port));
    context.output(
      `successfully wrote fingerprint for CS server @ ${address}:${port} to ${written.fingerprint}\r\n` +
        `successfully wrote certificate for CS server @ ${address}:${port} to ${written.certificate}\r\n`,
    );
    return 0;
  },
};

async function storedPassphrase({ systemFiles }: ToolContext): Promise<string> {
  const content = await systemFiles.read(connectionPassphrasePath).catch(() => null);
  return Buffer.from(readPassphraseFile(content).hex, 'hex').toString('utf8');
}

/** Null when the configuration server takes the passphrase. */
async function ask(
  context: ToolContext,
  world: World,
  address: string,
  port: number,
  passphrase: string,
): Promise<{ reason: string; data: string } | null> {
  const { configurationServer: cs } = world;
  const answers = serverAnswers(world);
  const isThere = address === cs.address && port === cs.port;
  if (!isThere || answers === 'timesOut') {
    await context.wait(21);
    return { reason: 'failed to post request: (28) - Timeout was reached', data: '' };
  }
  if (answers === 'refuses') {
    return { reason: "failed to post request: (7) - Couldn't connect to server", data: '' };
  }
  await context.wait(1);
  return passphrase === cs.passphrase
    ? null
    : { reason: 'server returned error: 403', data: 'Forbidden' };
}
