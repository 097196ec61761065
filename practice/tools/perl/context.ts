import type { ToolContext } from '../../runner/tool';

/** What a script of Perl has to do with the world. */
export interface PerlContext extends ToolContext {
  print(text: string): void;
}
