import { z } from 'zod';
import { textValue } from '../../../contract/registry-value';
import { joinServerPath } from '../../../contract/server-path';
import { text } from '../../../contract/text/engine';
import { type InstalledPrograms, UNINSTALL_KEY } from '../../host/installed-programs';
import { type Evaluate, seen, unseen } from './context';

const words = text.checkWords;

export const serviceIs: Evaluate<'serviceIs'> = async (check, { server }) => {
  const service = (await server.services.list()).find(
    (one) => one.name.toLowerCase() === check.service.toLowerCase(),
  );
  const startTypes = check.startTypes.length > 0 ? check.startTypes.join(' or ') : words.anyValue;
  const needed = words.serviceState(
    check.state === 'any' ? words.anyValue : check.state,
    startTypes,
  );
  const evidence = `sc.exe queryex ${check.service}`;
  if (!service) return seen(check, false, needed, words.serviceMissing, evidence);
  const { state, startType } = service;
  const startTypeFits =
    check.startTypes.length === 0 || check.startTypes.some((wanted) => wanted === startType);
  return seen(
    check,
    startTypeFits && (check.state === 'any' || state === check.state),
    needed,
    words.serviceState(state, startType),
    evidence,
  );
};

export const httpsAnswers: Evaluate<'httpsAnswers'> = async (check, { server }) => {
  const probe = await server.network.probeHttps(check.host, check.port, 10);
  const needed = words.answers(check.status);
  const evidence = `GET https://${check.host}:${check.port}/`;
  return probe.kind === 'answered'
    ? seen(check, probe.status === check.status, needed, words.answers(probe.status), evidence)
    : seen(check, false, needed, words.doesNotAnswer(probe.message), evidence);
};

export const registryValue: Evaluate<'registryValue'> = async (check, { server }) => {
  const tree = await server.registry.read(check.view, check.key);
  const values = tree.get(check.key.toLowerCase());
  const name = check.name.toLowerCase();
  const value = textValue(values, name);
  const found = value ?? (values?.has(name) ? words.notText : words.notThere);
  const passed = check.expected === null ? Boolean(value) : value === check.expected;
  return seen(check, passed, check.expected ?? words.there, found, `${check.key}\\${check.name}`);
};

async function versionOf(displayName: string, programs: InstalledPrograms): Promise<string | null> {
  const listed = await programs.list();
  return listed.find((program) => program.displayName === displayName)?.displayVersion ?? null;
}

export const productInstalled: Evaluate<'productInstalled'> = async (check, { server }) => {
  const version = await versionOf(check.displayName, server.programs);
  return seen(
    check,
    version !== null && (check.version === null || `${version}.`.startsWith(`${check.version}.`)),
    words.installed(check.version ?? words.anyValue),
    version === null ? words.notInstalled : words.installed(version),
    UNINSTALL_KEY,
  );
};

export const productAbsent: Evaluate<'productAbsent'> = async (check, { server }) => {
  const version = await versionOf(check.displayName, server.programs);
  const found = version === null ? words.notInstalled : words.installed(version);
  return seen(check, version === null, words.notInstalled, found, UNINSTALL_KEY);
};

const certificateSchema = z.object({ found: z.boolean(), validUntil: z.string().nullable() });

export const certificateValid: Evaluate<'certificateValid'> = async (check, { server }) => {
  const { view, key, name } = check.thumbprintFrom;
  const needed = words.validUntil(words.anyValue);
  const tree = await server.registry.read(view, key);
  const thumbprint = textValue(tree.get(key.toLowerCase()), name.toLowerCase());
  if (!thumbprint) return seen(check, false, needed, words.notThere, `${key}\\${name}`);
  const answer = await server.scripts.run(
    'read-certificates',
    { thumbprint },
    certificateSchema,
    60,
  );
  const evidence = joinServerPath('Cert:\\LocalMachine\\My', thumbprint);
  if (!answer.ok) return unseen(check, needed, answer.problem.what, evidence);
  const { validUntil } = answer.value;
  if (validUntil === null) return seen(check, false, needed, words.notThere, evidence);
  const valid = Date.parse(validUntil) > server.clock.now().getTime();
  const date = validUntil.slice(0, 10);
  if (valid && check.validAfter !== undefined) {
    const isLonger = Date.parse(validUntil) > Date.parse(check.validAfter);
    const longer = words.validLonger(check.validAfter.slice(0, 10));
    return seen(check, isLonger, longer, words.validUntil(date), evidence);
  }
  return seen(check, valid, needed, valid ? words.validUntil(date) : words.expired(date), evidence);
};

export const scriptSays: Evaluate<'scriptSays'> = async (check, { server }) => {
  const answer = await server.scripts.run(
    check.script,
    check.input,
    z.record(z.string(), z.unknown()),
    120,
  );
  const evidence = `${check.script}.ps1`;
  const names = Object.keys(check.expected);
  const list = (values: Readonly<Record<string, unknown>>) =>
    names
      .map((name) => [name, String(values[name] ?? '') || words.empty])
      // One value alone is what the label of the check speaks of.
      .map(([name, value]) => (names.length === 1 ? value : `${name} ${value}`))
      .join(', ');
  const needed = list(check.expected);
  if (!answer.ok) {
    return unseen(
      check,
      needed,
      [answer.problem.what, ...answer.problem.toolWords].join(' '),
      evidence,
    );
  }
  const passed = Object.entries(check.expected).every(
    ([name, value]) => String(answer.value[name] ?? '') === value,
  );
  return seen(check, passed, needed, list(answer.value), evidence);
};

/** Inno Setup works in a second process whose name ends in `.tmp`. */
const baseName = (name: string) => name.toLowerCase().replace(/\.(?:tmp|exe)$/, '');

const activitySchema = z.object({
  setups: z.array(z.object({ name: z.string(), pid: z.number(), session: z.number() })),
});

export const processAbsent: Evaluate<'processAbsent'> = async (check, { server }) => {
  const answer = await server.scripts.run('read-activity', {}, activitySchema, 120);
  const needed = words.notRunning;
  const evidence = check.names.join(', ');
  if (!answer.ok) return unseen(check, needed, answer.problem.what, evidence);
  const running = answer.value.setups.filter((one) =>
    check.names.some((name) => baseName(name) === baseName(one.name)),
  );
  const found =
    running.length === 0
      ? words.notRunning
      : words.running(running.map((one) => `${one.name} (${one.pid})`).join(', '));
  return seen(check, running.length === 0, needed, found, evidence);
};
