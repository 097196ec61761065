import type { Problem } from '../problem';

type Words = Pick<Problem, 'what' | 'meaning' | 'next'>;

const nothing = 'Nothing was changed.';

/** What trying a way to Azure can end with. */
export const proxyRouteText = {
  noAnswer: {
    what: "Couldn't try the way to Azure.",
    meaning: `The script that tries it gave an answer that can not be read. ${nothing}`,
    next: 'Retry. If it stays so, save a support bundle.',
  } satisfies Words,
  refused: {
    what: 'The proxy refuses the sign-in.',
    meaning: `It answers, but it does not take this user and password, or wants another kind of sign-in. ${nothing}`,
    next: 'Change the answers: check user and password. A proxy that wants a Windows sign-in can not be used by the agent: have it let this server through without one.',
  } satisfies Words,
  forbidden: {
    what: 'The proxy does not let the request to Azure through.',
    meaning: `The proxy itself answered, not Azure. ${nothing}`,
    next: 'Have it let the addresses of Azure through for this server, then retry.',
  } satisfies Words,
  proxyName: {
    what: "Couldn't find the proxy: its name does not resolve on this server.",
    meaning: `No name server that this server asks knows the name. ${nothing}`,
    next: 'Check the spelling and the name servers of this server (nslookup with the name shows what they say), then change the answers.',
  } satisfies Words,
  name: {
    what: "Couldn't find Azure by its name from this server.",
    meaning: `Without a proxy this server has to resolve the names of Azure itself. ${nothing}`,
    next: 'Check the name servers of this server. Where only a proxy may ask them, keep the proxy.',
  } satisfies Words,
  failed: {
    what: "Couldn't reach Azure this way.",
    meaning: `Nothing came back this way. ${nothing}`,
    next: 'With a proxy, check its address and port; without one, that a firewall lets this server through to Azure. Then retry, or change the answers: More settings has a switch that saves it untried.',
  } satisfies Words,
} as const;
