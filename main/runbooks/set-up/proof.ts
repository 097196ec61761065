import type { Check } from '../../../contract/check';
import type { PlanStep } from '../../../contract/plan';
import { joinServerPath } from '../../../contract/server-path';
import { stepsText as text } from '../../../contract/text/set-up-steps';
import { REGISTRATION_KEY, REGISTRATION_THUMBPRINT } from '../../vendor/products';
import { AGENT_SERVICE, type ExpectedService, standAloneServices } from '../../vendor/services';
import { agentProxyCheck, setAgentProxy } from '../agent-proxy-step';
import type { PlanPlaces } from '../runbook';
import { noUndo, step } from '../steps';
import type { SetUpAnswers } from './answers';

const words = text.install;
const { undo, checks } = text;

/** Sets the agent's proxy where set-up did not: it does so last, and may have ended before. */
export function proxySteps(
  proxy: NonNullable<SetUpAnswers['proxy']>,
  places: PlanPlaces,
): PlanStep[] {
  const net = (verb: 'start' | 'stop') => ({
    kind: 'run' as const,
    file: joinServerPath(places.system32, 'net.exe'),
    args: [verb, AGENT_SERVICE],
    cwd: places.system32,
    timeoutSeconds: 300,
    survives: false,
    reader: 'serviceCommand',
    log: null,
  });
  const { address: server, port } = proxy;
  const inForce = agentProxyCheck({ server, port }, checks.agentProxy);
  return [
    step(
      'agent-proxy',
      words.proxy,
      setAgentProxy(
        { server, port, user: proxy.user ?? '', bypass: '' },
        { secret: 'proxyPassword', restarts: false },
      ),
      {
        usualSeconds: 10,
        undo: noUndo(undo.proxy),
        checks: [inForce],
        skipWhen: [inForce],
      },
    ),
    step('stop-agent', words.stopAgent, net('stop'), {
      touches: { services: [AGENT_SERVICE] },
      usualSeconds: 10,
      undo: noUndo(undo.service),
      follows: ['agent-proxy'],
    }),
    step('start-agent', words.startAgent, net('start'), {
      touches: { services: [AGENT_SERVICE] },
      usualSeconds: 10,
      undo: noUndo(undo.started),
      checks: [
        {
          kind: 'serviceIs',
          label: checks.service(AGENT_SERVICE),
          service: AGENT_SERVICE,
          state: 'running',
          startTypes: [],
          withinSeconds: 60,
        },
      ],
      follows: ['agent-proxy'],
    }),
  ];
}

/** What `cdpcli --registermt` leaves when the configuration server accepted this server. */
export function registrationCheck(withinSeconds: number): Check {
  return {
    kind: 'registryValue',
    label: checks.registered,
    view: '64',
    key: REGISTRATION_KEY,
    name: REGISTRATION_THUMBPRINT,
    expected: null,
    withinSeconds,
  };
}

/** Looks at the finished server: nothing here changes it. */
export function proofSteps(
  answers: Pick<SetUpAnswers, 'dataAddress' | 'dataPort' | 'register'>,
  services: readonly ExpectedService[] = standAloneServices,
): PlanStep[] {
  const prove = { kind: 'prove' as const };
  const options = { undo: noUndo(undo.prove), cancel: 'boundary' as const };
  return [
    step('services', words.services, prove, {
      ...options,
      usualSeconds: 60,
      checks: services.map((service) => ({
        kind: 'serviceIs' as const,
        label: checks.service(service.name),
        service: service.name,
        state: service.runs ? ('running' as const) : ('any' as const),
        startTypes: [...service.startTypes],
        withinSeconds: 300,
      })),
    }),
    step('data-port', words.dataPort, prove, {
      ...options,
      usualSeconds: 5,
      checks: [
        {
          kind: 'httpsAnswers',
          label: checks.port(answers.dataPort),
          host: answers.dataAddress,
          port: answers.dataPort,
          status: 400,
          withinSeconds: 120,
        },
      ],
    }),
    ...(answers.register ? [registrationProof()] : []),
  ];
}

function registrationProof(): PlanStep {
  return step(
    'registration',
    words.registration,
    { kind: 'prove' },
    {
      undo: noUndo(undo.prove),
      usualSeconds: 5,
      checks: [
        registrationCheck(60),
        {
          kind: 'certificateValid',
          label: checks.certificate,
          withinSeconds: 0,
          thumbprintFrom: { view: '64', key: REGISTRATION_KEY, name: REGISTRATION_THUMBPRINT },
        },
      ],
    },
  );
}
