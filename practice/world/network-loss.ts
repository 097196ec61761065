import type { World } from './schema';
import type { WorldStore } from './store';

/** Takes the network away when set-up comes to the sub-step at which it goes. */
export async function loseNetwork(store: WorldStore, subStep: string | undefined): Promise<void> {
  const { networkLostAt } = await store.read();
  if (networkLostAt === null || networkLostAt !== subStep) return;
  await store.change((world) => {
    world.networkLost = true;
    world.networkLostAt = null;
  });
}

/** How the configuration server answers now. */
export function serverAnswers(world: World): World['configurationServer']['answers'] {
  return world.networkLost ? 'timesOut' : world.configurationServer.answers;
}
