import type { ToolJudgement, ToolOutcome, ToolReader } from '../../contract/reader';
import { text } from '../../contract/text/uninstaller';

/**
 * What the uninstaller of the process server logs once the configuration server took it off. The
 * whole of it: its box for the failure says "could not be successfully unregistered from …".
 * Source: vendor source, ucx_server_setup.iss.
 */
export const UNREGISTERED =
  'Process Server is successfully unregistered from the Configuration Server';

const NOT_INSTALLED = 1605;
const restarts = [3010, 1641];

const problemOf = (
  words: { what: string; meaning: string; next: string },
  { code, output, error }: ToolOutcome,
): ToolJudgement => {
  const said = `${error}\n${output}`.split(/\r?\n/).filter((line) => line.trim() !== '');
  return { problem: { ...words, toolWords: said, code: String(code) }, facts: {}, restart: false };
};

const good = (facts: Record<string, string> = {}, restart = false): ToolJudgement => ({
  problem: null,
  facts,
  restart,
});

/** `msiexec /x`. 1605: the product is not installed, so nothing is to be done. Source: Windows. */
export const windowsInstallerRemovalReader: ToolReader = {
  judge(outcome) {
    const { code } = outcome;
    if (code === 0 || code === NOT_INSTALLED) return good();
    if (restarts.includes(code)) return good({}, true);
    return problemOf(text.windowsInstaller[code] ?? text.windowsInstallerOther, outcome);
  },
};

/** A tool of Windows that removes one thing: 0 and nothing else is good. */
export const removingCommandReader: ToolReader = {
  judge: (outcome) => (outcome.code === 0 ? good() : problemOf(text.command, outcome)),
};

/**
 * An uninstaller of Inno Setup. 0 is no proof, and every other code is a refusal: the vendor's own
 * guards end with one, without a word where nobody sees their box.
 * Source: vendor source, ucx_server_setup.iss and cx_thirdparty_setup.iss; Inno Setup.
 */
export const innoRemovalReader: ToolReader = {
  judge: (outcome) =>
    outcome.code === 0 ? good() : problemOf(text.inno[outcome.code] ?? text.innoOther, outcome),
};

/**
 * The uninstaller of the process server. It goes on when the unregistration failed, and only the
 * log of a good one tells. Source: vendor source, ucx_server_setup.iss.
 */
export const processServerRemovalReader: ToolReader = {
  judge(outcome) {
    const judged = innoRemovalReader.judge(outcome);
    const isUnregistered = outcome.log.includes(UNREGISTERED);
    return { ...judged, facts: { unregistered: isUnregistered ? 'yes' : 'no' } };
  },
};
