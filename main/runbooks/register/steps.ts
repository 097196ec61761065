import type { Check } from '../../../contract/check';
import type { ServerFacts } from '../../../contract/facts';
import type { PlanStep, ToolWindow } from '../../../contract/plan';
import type { ServerPath } from '../../../contract/server-path';
import { text } from '../../../contract/text/register-procedure';
import {
  CS_PORT,
  configToolCommand,
  configToolServices,
  configurationFiles,
  SV_SYSTEMS_KEY,
} from '../../vendor/config-tool';
import { passphrasePlaces } from '../passphrase-steps';
import { registeredChecks } from '../registration-steps';
import type { PlanPlaces } from '../runbook';
import { noUndo, step } from '../steps';
import { isImage, type RegisterAnswers } from './answers';

const { checks, fields, hints } = text;

/** Nobody ends a window in which a person works: longer than anybody leaves one open. */
const WINDOW_SECONDS = 7 * 86_400;

/** Services that the vendor's window stops and starts, as far as they are on this server. */
export const servicesHere = ({ services }: ServerFacts): string[] =>
  configToolServices.filter((name) =>
    services.some(
      (one) =>
        one.name.toLowerCase() === name.toLowerCase() &&
        !(one.state === 'unknown' && one.startType === 'unknown'),
    ),
  );

const runs = (name: string, withinSeconds: number): Check => ({
  kind: 'serviceIs',
  label: checks.runs(name),
  service: name,
  state: 'running',
  startTypes: [],
  withinSeconds,
});

const setting = (
  label: string,
  reader: 'plain' | 'quoted',
  path: string,
  name: string,
  expected: string,
): Check => ({
  kind: 'settingIs',
  label,
  path,
  reader,
  setting: name,
  expected,
  withinSeconds: 0,
});

/** The settings that have to be in force, in every place that is read. */
function settingChecks(
  { csAddress, dataPort }: RegisterAnswers,
  installFolder: ServerPath,
  facts: ServerFacts,
): Check[] {
  const files = configurationFiles(installFolder, !isImage(facts));
  return [
    setting(checks.address, 'quoted', files.amethyst, 'PS_CS_IP', csAddress),
    setting(checks.port, 'quoted', files.amethyst, 'PS_CS_PORT', CS_PORT),
    setting(checks.database, 'quoted', files.amethyst, 'DB_HOST', csAddress),
    setting(checks.push, 'quoted', files.push, 'Hostname', csAddress),
    setting(checks.dataPort, 'plain', files.cxps, 'ssl_port', dataPort),
    ...(isImage(facts)
      ? []
      : [
          {
            kind: 'registryValue' as const,
            label: checks.agent,
            view: '32' as const,
            key: SV_SYSTEMS_KEY,
            name: 'ServerName',
            expected: csAddress,
            withinSeconds: 0,
          },
        ]),
  ];
}

const windowValues = ({ csAddress, dataPort }: RegisterAnswers): ToolWindow['values'] => [
  { label: fields.address, value: csAddress, hint: hints.address },
  { label: fields.port, value: CS_PORT, hint: hints.port },
  { label: fields.passphrase, value: null, hint: hints.passphrase },
  { label: fields.dataPort, value: dataPort, hint: hints.dataPort },
];

/** The vendor's window, done when the settings are in force and the services run again. */
export function configureStep(
  answers: RegisterAnswers,
  installFolder: ServerPath,
  facts: ServerFacts,
  places: PlanPlaces,
): PlanStep {
  const files = configurationFiles(installFolder, !isImage(facts));
  const passphrase = passphrasePlaces(places).file;
  const services = servicesHere(facts);
  return step(
    'configure',
    text.steps.configure,
    {
      kind: 'run',
      ...configToolCommand(installFolder),
      timeoutSeconds: WINDOW_SECONDS,
      survives: true,
      reader: 'configTool',
      log: null,
      // It keeps the passphrase last, once the configuration server took it.
      window: { values: windowValues(answers), writes: [passphrase] },
    },
    {
      touches: {
        files: [files.amethyst, files.push, files.cxps, ...files.agent, passphrase],
        registry: isImage(facts) ? [] : [SV_SYSTEMS_KEY],
        services,
      },
      usualSeconds: 180,
      undo: noUndo(text.undo.configure),
      // Settings may have been right before: they do not tell that a person entered a secret.
      isRepeated: true,
      checks: [
        ...settingChecks(answers, installFolder, facts),
        ...services.map((name) => runs(name, 120)),
      ],
    },
  );
}

/** The port that machines send to; none where its number or the own address is not known. */
export function dataPortSteps({ dataPort }: RegisterAnswers, facts: ServerFacts): PlanStep[] {
  const port = Number(dataPort);
  const [own] = facts.addresses;
  if (!own || !Number.isInteger(port) || port <= 0 || port > 65_535) return [];
  const answers: Check = {
    kind: 'httpsAnswers',
    label: checks.answers(port),
    host: own.address,
    port,
    status: 400,
    withinSeconds: 120,
  };
  return [
    step(
      'data-port',
      text.steps.dataPort,
      { kind: 'prove' },
      { usualSeconds: 5, undo: noUndo(text.undo.prove), checks: [answers] },
    ),
  ];
}

/** All that can be seen on this server, once more at the end. */
export function proveStep(facts: ServerFacts): PlanStep {
  return step(
    'prove',
    isImage(facts) ? text.steps.proveServices : text.steps.prove,
    { kind: 'prove' },
    {
      usualSeconds: 5,
      undo: noUndo(text.undo.prove),
      checks: [
        ...(isImage(facts) ? [] : registeredChecks(0)),
        ...servicesHere(facts).map((name) => runs(name, 60)),
      ],
    },
  );
}
