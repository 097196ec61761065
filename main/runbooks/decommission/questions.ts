import type { ServerFacts } from '../../../contract/facts';
import type { Finding, Procedure } from '../../../contract/runbook';
import { text } from '../../../contract/text/decommission-procedure';
import { choicesOf, makeQuestion } from '../question';
import { agentAnswers, csStates, installedParts, removalFacts } from './answers';

export const NAME = 'decommission';

function findings(facts: ServerFacts): Finding[] {
  const words = text.findings;
  const { configurationServer, backupSigns, deletedFolders, temporaryFiles } = removalFacts(facts);
  const parts = installedParts(facts);
  const hasAgent = facts.products.agent !== null;
  const agent = !hasAgent
    ? words.agentAbsent
    : backupSigns.length === 0
      ? words.agentOnly
      : words.agentBackup(backupSigns);
  return [
    {
      label: words.parts,
      value: parts.map((part) => text.parts[part]).join(', ') || words.noParts,
      isGood: null,
    },
    {
      label: words.configurationServer,
      value: configurationServer?.said ?? words.noConfigurationServer,
      isGood: configurationServer?.answers ?? null,
    },
    { label: words.agent, value: agent, isGood: hasAgent ? backupSigns.length === 0 : null },
    ...(parts.includes('dependencies') && deletedFolders.length > 0
      ? [{ label: words.deleted, value: deletedFolders.join(', '), isGood: null }]
      : []),
    ...(parts.includes('dependencies') && temporaryFiles.length > 0
      ? [{ label: words.temporary, value: temporaryFiles.join(', '), isGood: null }]
      : []),
  ];
}

/** What has to be known and confirmed before a process server is removed. */
export function describeDecommission(facts: ServerFacts): Procedure {
  const { csState, unassigned, agent, failback } = text.questions;
  return {
    name: NAME,
    title: text.title,
    introduction: [...text.introduction],
    preparedBy: null,
    sections: [
      {
        id: 'before',
        title: text.sections.before,
        place: 'questions',
        findings: findings(facts),
      },
      { id: 'confirm', title: text.sections.confirm, place: 'questions', findings: [] },
    ],
    questions: [
      makeQuestion('csState', 'before', 'choice', csState, {
        suggestion: 'connected',
        choices: choicesOf(csStates, csState),
      }),
      makeQuestion('agent', 'before', 'choice', agent, {
        isMomentary: true,
        // Only the admin knows, unless there is no agent at all.
        suggestion: facts.products.agent === null ? 'only' : null,
        choices: choicesOf(agentAnswers, agent),
      }),
      makeQuestion('unassigned', 'confirm', 'text', unassigned, { isMomentary: true }),
      makeQuestion('failback', 'confirm', 'toggle', failback, {
        required: false,
        suggestion: facts.configuration.isGalleryImage ? 'yes' : 'no',
      }),
    ],
  };
}
