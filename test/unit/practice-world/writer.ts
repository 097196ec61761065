import { openWorld } from '../../../practice/world/store';

// One of several processes that change the same world: adds a task again and again.
const [folder = '', name = '', count = '0'] = process.argv.slice(2);
const world = openWorld(folder);
for (let at = 0; at < Number(count); at += 1) {
  await world.change(({ tasks }) => tasks.push({ name: `${name}-${at}`, command: '', user: '' }));
}
