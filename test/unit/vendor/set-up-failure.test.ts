import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainSetUpFailure } from '../../../main/vendor/set-up-failure';
import { unifiedSetupReader } from '../../../main/vendor/unified-setup';
import { ended, logOf, milestoneLines, observedLog, ran } from './set-up-logs';

const configurator = 'D:\\ASR\\agent\\UnifiedAgentConfigurator.exe  /CSEndPoint "10.20.30.40"';
const cdpcli = 'D:\\ASR\\agent\\cdpcli.exe  --registermt';
const agent = 'UNIFIEDAGENT.EXE /Role "MT" /Silent  /InstallLocation "D:\\ASR" /Platform "VmWare"';

describe.each([
  {
    part: 'passphrase test',
    code: 2,
    own: -1,
    milestone: 'Testing the passphrase',
    says: "Couldn't test the passphrase",
    lines: [
      milestoneLines.passphrase,
      ...ran('csgetfingerprint.exe -i 10.20.30.40 -p 443', -1),
      'csgetfingerprint.exe command output.',
    ],
  },
  {
    part: 'dependencies',
    code: 1,
    own: 20,
    milestone: 'Installing the dependencies',
    says: "Couldn't stop the service W3SVC.",
    lines: [milestoneLines.dependencies, ...ran('CX_THIRDPARTY_SETUP.EXE /VERYSILENT', 20)],
  },
  {
    part: 'process server',
    code: 1,
    own: 14,
    milestone: 'Installing the process server',
    says: "Couldn't write the configuration of the process server.",
    lines: [milestoneLines.processServer, ...ran('UCX_SERVER_SETUP.EXE /VERYSILENT', 14)],
  },
  {
    part: 'master target',
    code: 1,
    own: 62,
    milestone: 'Installing the master target',
    says: 'a restart of Windows is pending',
    lines: [milestoneLines.masterTarget, ...ran(agent, 62)],
  },
  {
    part: 'configuration of the master target',
    code: 1,
    own: 98,
    milestone: 'Configuring the master target',
    says: 'it was configured with warnings',
    lines: [milestoneLines.masterTarget, ...ran(agent, 0), ...ran(configurator, 98)],
  },
  {
    part: 'Microsoft Azure Recovery Services Agent',
    code: 111,
    own: 1603,
    milestone: 'Installing the Microsoft Azure Recovery Services Agent',
    says: 'Windows Installer met a fatal error',
    lines: [
      milestoneLines.agent,
      ...ran('MARSAgentInstaller.exe  /q /nu', -1),
      ...ran('MARSAgentInstaller.exe  /q /nu', 1603, 'Failed to install MARS agent.'),
    ],
  },
  {
    part: 'registration',
    code: 113,
    own: 1,
    milestone: 'Registering with the configuration server',
    says: 'gave no answer in time',
    lines: [
      milestoneLines.registration,
      ...ran(
        cdpcli,
        1,
        'cdpcli --registermt command output : fetching certificate from Configuration server ...\r\nMTRegistration::registerMT encountered exception failed to post request: (28) - Timeout was reached',
        'Master Target registration has failed.',
      ),
    ],
  },
  {
    part: 'proxy of the agent',
    code: 115,
    own: 1,
    milestone: 'Setting the proxy of the agent',
    says: "Couldn't set the proxy of the agent.",
    lines: [milestoneLines.proxy, ...ran('SetMarsProxy.exe', 1, 'Failed to set MARS agent proxy.')],
  },
])('when the part "$part" fails', ({ part, code, own, milestone, says, lines }) => {
  const log = logOf([...lines, ...ended(code)]);
  const { problem, facts } = explainSetUpFailure(code, log);
  test('the part, its own code and the milestone are told', () => {
    const expected = { exitCode: String(code), part, partExitCode: String(own), milestone };
    expect(facts).toEqual(expected);
    expect(problem.meaning).toContain(part);
    expect(problem.meaning).toContain(`ended with exit code ${own}.`);
    expect(`${problem.what} ${problem.meaning}`).toContain(says);
    expect(problem.code).toBe(String(code));
  });
  test('the log lines show the exit code of the part', () => {
    expect(problem.toolWords).toContain(`Exit code returned by command: ${own}`);
    expect(problem.toolWords.length).toBeLessThanOrEqual(8);
  });
  test('the words are the same when the log is cut off after that exit code', () => {
    const cut = log.slice(0, log.indexOf('Installation of Azure'));
    expect(explainSetUpFailure(code, cut).facts).toEqual(facts);
  });
});

test('the recorded failed registration names part, code and milestone', () => {
  const { problem, facts } = explainSetUpFailure(113, observedLog('setup-fail-register113'));
  expect(facts).toEqual({
    exitCode: '113',
    part: 'registration',
    partExitCode: '1',
    milestone: 'Registering with the configuration server',
  });
  expect(problem.what).toBe("Couldn't register this server with the configuration server.");
  expect(problem.next).toContain('Only the registration is repeated.');
  expect(problem.toolWords).toContain('Master Target registration has failed.');
});

test('the recorded refusal of arguments has no part, and its lines name the argument', () => {
  const { problem, facts } = explainSetUpFailure(2, observedLog('setup-fail-missing-args'));
  expect(facts).toEqual({ exitCode: '2' });
  expect(problem.what).toBe("Couldn't finish set-up: it refused its arguments.");
  expect(problem.toolWords[0]).toContain('mandatory for PS installation: CSIP');
});

test('the recorded dropped token is a failure with exit code 0, an unspoiled run is not', () => {
  const outcome = (log: string) => ({ code: 0, output: '', error: '', log });
  const bad = unifiedSetupReader.judge(outcome(observedLog('setup-ok-badtoken')));
  expect(bad.problem?.what).toBe('Set-up dropped a part of its command line.');
  expect(bad.problem?.toolWords.join()).toContain('/BypassProxy');
  const good = unifiedSetupReader.judge(outcome(observedLog('setup-ok-fresh')));
  expect(good).toEqual({ problem: null, facts: { exitCode: '0' }, restart: false });
});

test('exit code 3010 asks for a restart only when its log is there', () => {
  const log = observedLog('setup-ok-fresh');
  const good = unifiedSetupReader.judge({ code: 3010, output: '', error: '', log });
  expect(good).toMatchObject({ problem: null, restart: true });
  const bad = unifiedSetupReader.judge({ code: 3010, output: '', error: '', log: '' });
  expect(bad).toMatchObject({
    problem: { what: "Couldn't tell how set-up ended." },
    restart: false,
  });
});

test('a first try that failed does not count when the second worked', () => {
  const log = logOf([
    milestoneLines.agent,
    ...ran('MARSAgentInstaller.exe  /q /nu', -1),
    ...ran('MARSAgentInstaller.exe  /q /nu', 0),
    milestoneLines.registration,
    ...ran(cdpcli, 1),
  ]);
  expect(explainSetUpFailure(113, log).facts.part).toBe('registration');
  expect(explainSetUpFailure(102, log).facts).not.toHaveProperty('part');
});

test('an upload of logs that fails at the end does not hide the part that failed', () => {
  const log = logOf([
    milestoneLines.dependencies,
    ...ran('CX_THIRDPARTY_SETUP.EXE /VERYSILENT', 11),
    ...ended(1).slice(0, 2),
    ...ran('cxcli.exe -i 10.20.30.40', 1),
  ]);
  expect(explainSetUpFailure(1, log).facts).toMatchObject({
    part: 'dependencies',
    partExitCode: '11',
    milestone: 'Installing the dependencies',
  });
});

const registrationOutput = (output: string) =>
  logOf([
    milestoneLines.registration,
    ...ran(cdpcli, 1, `cdpcli --registermt command output : \r\n${output}`),
    ...ended(113),
  ]);
test.each([
  ['Error: import cert to local store failed: 86\r\nRegistration suceeded.', 'passphrase is wrong'],
  ['Error: import cert to local store failed: 5', "Couldn't import the certificate"],
  ["failed to post request: (6) - Couldn't resolve host name", "Couldn't find the configuration"],
  ["failed to post request: (7) - Couldn't connect to server", 'on port 443'],
  ['failed to post request: (28) - Timeout was reached', 'gave no answer in time'],
  ['failed to post request: (35) - SSL connect error', "Couldn't set up a secure connection"],
  ['failed to post request: (60) - Peer certificate cannot be', 'certificate of the configuration'],
  ['server returned error: 403', 'did not accept the passphrase'],
  ['server returned error: 500', 'answered with an error'],
  ['registry import failed with error: x(5)', 'into the registry'],
  ['open process token failed with error: Access is denied.(5)', 'without all rights'],
  ['Local Logging initialization failed.', "Couldn't begin the registration"],
])('a registration that says "%s" is explained', (output, says) => {
  expect(explainSetUpFailure(113, registrationOutput(output)).problem.meaning).toContain(says);
});

const proxyOutput = (...lines: string[]) =>
  logOf([
    milestoneLines.proxy,
    ...ran('SetMarsProxy.exe', 1, `Powershell command line output : ${lines.join('\r\n')}`),
    'Failed to set MARS agent proxy.',
    ...ended(115),
  ]);

test('115 with an empty proxy port says so', () => {
  const log = proxyOutput(
    'Args Length: 2',
    'address: http://proxy.contoso.test',
    'port: ',
    'Failed to configure MARS proxy. Exception occurred - System.FormatException: Input string was not in a correct format.',
  );
  const { problem } = explainSetUpFailure(115, log);
  expect(problem.meaning).toContain('its port is empty');
  expect(problem.next).toContain('Enter the port of the proxy');
});

test('115 after a backslash at the end says so and shows no password', () => {
  const log = proxyOutput(
    'Args Length: 3',
    'address: http://proxy.contoso.test',
    'port: 8080',
    'username: CONTOSO\\svc" failed-Secret-1',
    'Params : BypassUrls, CONTOSO\\svc" failed-Secret-1',
    'Failed to configure MARS proxy. Exception occurred - x',
  );
  const { problem } = explainSetUpFailure(115, log);
  expect(problem.meaning).toContain('a backslash at the end');
  expect(JSON.stringify(problem)).not.toContain('Secret-1');
  expect(problem.toolWords.join()).toContain('Failed to configure MARS proxy.');
});

test('115 without a closer reason still warns of a backslash at the end', () => {
  const log = proxyOutput('Args Length: 4', 'username: svc', 'Failed to configure MARS proxy.');
  expect(explainSetUpFailure(115, log).problem.next).toContain('backslash');
});

test.each([
  ['D:\\Städte', 'a letter other than plain ASCII'],
  ['D:\\ASR', 'its installer refuses the folder'],
])('10 of the agent for the folder %s is explained by the folder', (folder, says) => {
  const log = logOf([milestoneLines.masterTarget, ...ran(agent.replace('D:\\ASR', folder), 10)]);
  expect(explainSetUpFailure(1, log).problem.what).toContain(says);
});

test.each([
  'Exception occured: System.ComponentModel.Win32Exception (0x80004005): The system cannot find the file specified',
  'Main : Threw Exception.Type: System.ComponentModel.Win32Exception, Exception.Message: The system cannot find the file specified (UNIFIEDAGENT.EXE)',
])('a part that is missing in the package is named: %s', (line) => {
  const log = logOf([
    milestoneLines.masterTarget,
    `Executing the following command: ${agent}`,
    line,
    ...ended(1),
  ]);
  const { problem, facts } = explainSetUpFailure(1, log);
  expect(facts.part).toBe('master target');
  expect(facts).not.toHaveProperty('partExitCode');
  expect(problem.what).toContain("Couldn't start UNIFIEDAGENT.EXE: the file was not found.");
  expect(problem.next).toContain('Prepare the set-up file again');
});

test('a program of an installed part that is missing is not blamed on the package', () => {
  const log = logOf([
    milestoneLines.registration,
    `Executing the following command: ${cdpcli}`,
    'Exception occurred while Master target registration: System.ComponentModel.Win32Exception (0x80004005): The system cannot find the file specified',
    ...ended(113),
  ]);
  expect(explainSetUpFailure(113, log).problem.meaning).toContain('A part that was installed');
});

test('1618 of any part says that another installation is under way', () => {
  const log = logOf([milestoneLines.masterTarget, ...ran(agent, 1618)]);
  const { problem } = explainSetUpFailure(1, log);
  expect(problem.what).toContain('Windows Installer is busy');
  expect(problem.next).toContain('Wait until the other installation has ended');
});

test('exit code 1 without a log points to a second set-up', () => {
  const { problem, facts } = explainSetUpFailure(1, '');
  expect(problem.what).toBe("Couldn't finish set-up: it ended before it wrote a log.");
  expect(problem.meaning).toContain('another set-up is open');
  expect(facts).toEqual({ exitCode: '1' });
});

test('another exit code without a log says that the log was not found', () => {
  expect(explainSetUpFailure(113, '').problem.meaning).toContain('was not found');
});

test.each([0x40010004, 0xc000013a, 1073807364])('%i is the end of a session', (code) => {
  const log = logOf([
    milestoneLines.masterTarget,
    `Executing the following command: ${agent}`,
    'Process started.',
  ]);
  const { problem, facts } = explainSetUpFailure(code, log);
  expect(problem.what).toBe('Set-up was ended from outside.');
  expect(problem.meaning).toContain('UNIFIEDAGENT.EXE (master target) was at work');
  expect(problem.next).toContain('without signing out');
  expect(facts).toMatchObject({
    part: 'master target',
    milestone: 'Installing the master target',
  });
});

test('a crash says where the run was', () => {
  const log = logOf([
    milestoneLines.masterTarget,
    `Executing the following command: ${agent}`,
    'Process started.',
  ]);
  const { problem } = explainSetUpFailure(0xc0000005, log);
  expect(problem.what).toBe('Set-up crashed.');
  expect(problem.meaning).toContain('Installing the master target');
  expect(problem.toolWords.at(-1)).toBe('Process started.');
});

test('a code on no list is said to be unknown, of set-up and of a part', () => {
  expect(explainSetUpFailure(77, logOf([])).problem.meaning).toContain('unknown');
  const log = logOf([milestoneLines.dependencies, ...ran('CX_THIRDPARTY_SETUP.EXE', 199)]);
  const { problem } = explainSetUpFailure(1, log);
  expect(problem.meaning).toContain('what it means is unknown');
  expect(problem.next).toContain('CX_TP_InstallLogFile.log');
  const other = explainSetUpFailure(1, logOf(ran('C:\\x\\drconfigurator.exe /r', 5)));
  expect(other.facts.part).toBe('drconfigurator.exe');
});

test('a log cut anywhere is explained without throwing', () => {
  const logs = ['setup-ok-badtoken', 'setup-ok-roll-noon', 'setup-fail-register113'].map(
    observedLog,
  );
  const codes = fc.constantFrom(0, 1, 2, 102, 111, 113, 115, 3010, 0xc000013a, 0xffffffff, 99);
  fc.assert(
    fc.property(fc.constantFrom(...logs), fc.nat(), fc.nat(), codes, (log, from, to, code) => {
      const cut = log.slice(from % log.length, to % (log.length + 1));
      const { problem, facts } = explainSetUpFailure(code, cut);
      expect(problem.what).not.toBe('');
      expect(problem.next).not.toBe('');
      expect(problem.toolWords.length).toBeLessThanOrEqual(8);
      expect(facts.exitCode).toBe(String(code));
    }),
  );
});

/** Set-up's own words, as seen in runs of it (but for the last, whose check is not published). */
test.each([
  [
    2,
    'All the Unified Setup components are not installed on this server, but /Upgrade switch is passed.',
    /too old, or not for whole/,
  ],
  [
    203,
    'Upgrade is not supported as the same version of the software is already installed on the server.',
    /this version is installed already/,
  ],
  [
    203,
    'Upgrade is not supported as a higher version of the software is already installed.',
    /a newer version is installed/,
  ],
  [1, 'Pre-requisite check has failed.', /a check that set-up makes before/],
])('an upgrade that is refused with %i says why: %s', (code, line, what) => {
  const { problem } = explainSetUpFailure(code, logOf([line, ...ended(code, 'Refused')]));
  expect(problem.what).toMatch(what);
  expect(problem.code).toBe(String(code));
});
