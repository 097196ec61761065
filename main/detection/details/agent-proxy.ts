import type { AgentProxyFacts } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import { type Result, success } from '../../../contract/problem';
import { numberValue, textValue } from '../../../contract/registry-value';
import type { Server } from '../../host/server';
import { agentProxyAnswer, PROXY_VALUES, proxySettingOf } from '../../vendor/agent-proxy';
import { PRODUCT_KEYS, PROXY_SETTINGS_KEY, REGISTRATION_KEY } from '../../vendor/products';
import { WIN_HTTP_KEY, WIN_HTTP_VALUE, winHttpProxy } from '../../vendor/win-http-proxy';

const LIMIT_SECONDS = 120;

/** What the agent itself says; its failure is a fact too: then nothing here can be changed. */
async function askAgent(
  { scripts }: Server,
  { products }: ServerFacts,
): Promise<AgentProxyFacts['agent']> {
  if (products.agent === null) return null;
  const answer = await scripts.run('get-agent-proxy', {}, agentProxyAnswer, LIMIT_SECONDS);
  if (!answer.ok) {
    const { what, toolWords } = answer.problem;
    return { kind: 'unknown', why: [...toolWords, what][0] ?? what };
  }
  const setting = answer.value;
  return setting.server === '' ? { kind: 'none' } : { kind: 'proxy', setting };
}

/** Reads texts and numbers of one key alike. */
async function valuesOf({ registry }: Server, view: '32' | '64', key: string) {
  const values = (await registry.read(view, key)).get(key.toLowerCase());
  return (name: string) => textValue(values, name) ?? numberValue(values, name);
}

async function servicesProxy({ registry }: Server): Promise<string | null> {
  const values = (await registry.read('64', WIN_HTTP_KEY)).get(WIN_HTTP_KEY.toLowerCase());
  const value = values?.get(WIN_HTTP_VALUE.toLowerCase());
  return value === undefined ? 'none' : winHttpProxy(value.type === 'bytes' ? value.text : '');
}

/** What every place with a proxy setting says. No password and no passphrase is read. */
export async function readAgentProxy(
  server: Server,
  facts: ServerFacts,
): Promise<Result<AgentProxyFacts>> {
  const [agent, ofProcessServer, ofConfigurationServer, registration, services] = await Promise.all(
    [
      askAgent(server, facts),
      valuesOf(server, '32', PRODUCT_KEYS.processServer),
      valuesOf(server, '64', PROXY_SETTINGS_KEY),
      valuesOf(server, '64', REGISTRATION_KEY),
      servicesProxy(server),
    ],
  );
  return success({
    agent,
    processServer: proxySettingOf(PROXY_VALUES.processServer, ofProcessServer),
    configurationServer: proxySettingOf(PROXY_VALUES.configurationServer, ofConfigurationServer),
    services,
    signInAddress: registration('aadauthority'),
  });
}
