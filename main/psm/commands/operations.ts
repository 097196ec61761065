import type { Command } from 'commander';
import { text } from '../../../contract/text/psm';
import { again, history } from '../history-commands';
import { remains, resume, undo } from '../operation-commands';
import { all, type Choose, withGlobals, withSecrets } from './declare';

const { commands } = text;

/** Commands that take an operation that was begun. */
export function addOperations(program: Command, choose: Choose): void {
  withSecrets(withGlobals(program.command('resume [operation]')))
    .description(commands.resume)
    .action((id: string | undefined, _options, command: Command) =>
      choose(() => resume(id, all(command))),
    );
  withGlobals(program.command('remains [operation]'))
    .description(commands.remains)
    .action((id: string | undefined, _options, command: Command) =>
      choose(() => remains(id, all(command))),
    );
  withGlobals(program.command('history [operation]'))
    .description(commands.history)
    .action((id: string | undefined, _options, command: Command) =>
      choose(() => history(id, all(command))),
    );
  withGlobals(program.command('again <operation>'))
    .description(commands.again)
    .action((id: string, _options, command: Command) => choose(() => again(id, all(command))));
  withGlobals(program.command('undo [operation]'))
    .description(commands.undo)
    .action((id: string | undefined, _options, command: Command) =>
      choose(() => undo(id, all(command))),
    );
}
