import type { PracticeApplicationOptions } from './practice-application';

type Around = NonNullable<PracticeApplicationOptions['around']>;
type Spec = Parameters<ReturnType<Around>['run']>[0];

/** Tells of every program right before it is started. */
export const whenStarted =
  (tell: (spec: Spec) => void): Around =>
  (tools) => ({
    run: (spec) => {
      tell(spec);
      return tools.run(spec);
    },
  });
