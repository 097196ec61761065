import { connectionPassphrasePath } from '../products/connection';
import { agentFolder } from '../products/installed';
import { registerMasterTarget } from '../products/registration';
import type { Tool, ToolContext } from '../runner/tool';
import { readCdpcliArguments } from '../vendor-behaviour/cdpcli';
import { readPassphraseFile } from '../vendor-behaviour/passphrase-file';
import { serverAnswers } from '../world/network-loss';

const failed = 1;
/** Windows error of a PFX file that doesn't open with the passphrase. */
const wrongPassword = 86;

/**
 * cdpcli.exe: of its operations only `--registermt` is played. Its last line "Registration
 * suceeded." comes also when the certificate could not be imported: only the exit code counts.
 */
export const cdpcli: Tool = {
  encoding: 'oem',
  run: async (context) => {
    const { parserAccepted, operation, messages, exit } = readCdpcliArguments(context.args);
    for (const message of messages) context.output(`${message}\r\n`);
    if (!parserAccepted || operation !== 'registermt') return exit;
    const world = await context.world.read();
    if (agentFolder(world) === null) {
      context.error('Local Logging initialization failed.\r\n');
      return failed;
    }
    if (!world.isAdministrator) {
      context.error('open process token failed with error: Access is denied.(5)\r\n');
      return failed;
    }
    const { minutes, configurationServer: cs } = world;
    context.output('fetching certificate from Configuration server ...\r\n');
    const answers = serverAnswers(world);
    if (answers !== 'yes') {
      await context.wait(answers === 'timesOut' ? 120 : 2);
      const reason =
        answers === 'timesOut' ? '(28) - Timeout was reached' : "(7) - Couldn't connect to server";
      context.error(
        `MTRegistration::registerMT encountered exception failed to post request: ${reason}\r\n`,
      );
      return failed;
    }
    await context.wait((minutes.registration ?? 2) * 60);
    context.output('importing registry keys ...\r\nimporting certificate ...\r\n');
    if ((await storedPassphrase(context)) !== cs.passphrase) {
      context.error(`Error: import cert to local store failed: ${wrongPassword}\r\n`);
      context.output('Registration suceeded.\r\n');
      return failed;
    }
    await registerMasterTarget({
      store: context.world,
      files: context.systemFiles,
      now: context.clock.now,
    });
    context.output('Registration suceeded.\r\n');
    return 0;
  },
};

async function storedPassphrase({ systemFiles }: ToolContext): Promise<string> {
  const content = await systemFiles.read(connectionPassphrasePath).catch(() => null);
  return Buffer.from(readPassphraseFile(content).hex, 'hex').toString('utf8');
}
