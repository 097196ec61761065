import { type PrerequisiteFacts, prerequisiteFactsSchema } from '../../contract/facts';
import { type Result, success } from '../../contract/problem';
import type { Server } from '../host/server';

const settingsSchema = prerequisiteFactsSchema.pick({
  dotNetRelease: true,
  tls10Off: true,
  fips: true,
  policies: true,
  culture: true,
  systemProxy: true,
});
const softwareSchema = prerequisiteFactsSchema.pick({
  roles: true,
  asrFolder: true,
  mySql55: true,
  perl: true,
});
const clockSchema = prerequisiteFactsSchema.pick({ clockOffsetSeconds: true, timeSource: true });

/** A clock that could not be compared is "could not tell", and the rest is told all the same. */
const UNKNOWN_CLOCK = { clockOffsetSeconds: null, timeSource: '' };

/** What set-up itself looks at before it installs, as Windows tells it. */
export async function readPrerequisites({ scripts }: Server): Promise<Result<PrerequisiteFacts>> {
  const [[settings, software], clock] = await Promise.all([
    scripts.together(120, (add) =>
      Promise.all([
        add('read-prerequisites', {}, settingsSchema),
        add('read-other-software', {}, softwareSchema),
      ]),
    ),
    // Alone: a time source that doesn't answer holds it up.
    scripts.run('read-clock', {}, clockSchema, 60),
  ]);
  if (!settings.ok) return settings;
  if (!software.ok) return software;
  const told = clock.ok ? clock.value : UNKNOWN_CLOCK;
  return success({ ...settings.value, ...software.value, ...told });
}
