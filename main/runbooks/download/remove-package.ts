import type { KeptPackage, ServerFacts } from '../../../contract/facts';
import type { PlanBody } from '../../../contract/plan';
import type { Procedure } from '../../../contract/runbook';
import { downloadProcedureText } from '../../../contract/text/download-procedure';
import { stepsText } from '../../../contract/text/set-up-steps';
import { size } from '../../../contract/text/size';
import { packagesFolder } from '../../vendor/set-up-package';
import { generalConditions } from '../conditions';
import { makeQuestion } from '../question';
import type { Runbook } from '../runbook';
import { noUndo, step } from '../steps';

const text = downloadProcedureText.remove;
const NAME = 'remove-package';

const labelOf = ({ version, sizeBytes }: KeptPackage) =>
  text.choice(version ?? text.noVersion, size(sizeBytes));

function describe(facts: ServerFacts): Procedure {
  return {
    name: NAME,
    title: text.title,
    introduction: [...text.introduction],
    preparedBy: null,
    sections: [{ id: 'package', title: text.section, place: 'questions', findings: [] }],
    questions: [
      makeQuestion('package', 'package', 'choice', text.question, {
        suggestion: facts.packages[0]?.id ?? null,
        choices: facts.packages.map((kept) => ({
          value: kept.id,
          label: labelOf(kept),
          hint: kept.from ?? kept.folder,
        })),
      }),
    ],
  };
}

/** Removes one kept set-up file with all that was unpacked from it. */
export const removePackageRunbook: Runbook = {
  name: NAME,
  describe,
  checkAnswers: (answers, facts) =>
    facts.packages.some(({ id }) => id === answers.package)
      ? []
      : [{ name: 'package', message: downloadProcedureText.wrong.noneChosen }],
  secrets: () => [],
  trial: () => null,
  preconditions: (_answers, facts) => generalConditions(facts),
  plan(answers, facts, places): PlanBody {
    const kept = facts.packages.find(({ id }) => id === answers.package);
    if (!kept) throw new Error('A plan needs a package that is kept.');
    const { folder } = kept;
    return {
      runbook: NAME,
      title: text.title,
      verb: text.verb,
      serverName: facts.serverName,
      destructive: false,
      steps: [
        step(
          'remove',
          text.step,
          { kind: 'remove', path: folder, within: packagesFolder(places.ownFolder) },
          {
            touches: { files: [folder] },
            usualSeconds: 5,
            undo: noUndo(text.undo),
            checks: [
              { kind: 'fileAbsent', label: stepsText.checks.gone, path: folder, withinSeconds: 0 },
            ],
          },
        ),
      ],
      notes: [...text.introduction],
    };
  },
};
