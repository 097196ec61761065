import type { PlanStep } from '../../contract/plan';
import { text } from '../../contract/text/backup';
import { backupsFolder } from '../vendor/backups';
import type { PlanPlaces } from './runbook';
import { noUndo, step } from './steps';

/** What a change is about to touch and must be able to be put back. */
export interface ToKeep {
  /** Files, or folders with all in them. */
  files?: readonly string[];
  registry?: readonly { view: '32' | '64'; key: string }[];
}

/**
 * The steps that come before every change: our closed folder for backups, and a copy of all that the
 * change touches. Copies may hold secrets of the vendor's files, so nobody else gets into the folder.
 */
export function backupSteps(toKeep: ToKeep, places: PlanPlaces): PlanStep[] {
  const folder = backupsFolder(places.ownFolder);
  const isClosed = {
    kind: 'folderProtected' as const,
    label: text.checks.folder,
    path: folder,
    withinSeconds: 0,
  };
  return [
    step(
      'backup-folder',
      text.folder,
      { kind: 'protectedFolder', path: folder, temporary: false },
      {
        touches: { files: [folder] },
        undo: noUndo(text.undo),
        checks: [isClosed],
        skipWhen: [isClosed],
      },
    ),
    step(
      'backup',
      text.backUp,
      {
        kind: 'backUp',
        folder,
        files: [...(toKeep.files ?? [])],
        registry: [...(toKeep.registry ?? [])],
      },
      { touches: { files: [folder] }, usualSeconds: 3, undo: noUndo(text.undo) },
    ),
  ];
}
