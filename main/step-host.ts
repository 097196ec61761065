import { readWhole, stepHostFile, stepHostOrderSchema } from './host/step-host-files';
import { runStepHost } from './host/step-host-run';
import { stepHostTools } from './wiring';

const folder = process.argv[2] ?? '';
const order = readWhole(stepHostFile.order(folder), stepHostOrderSchema);
if (order === null) throw new Error('There is no order in the folder of the step host.');
const ran = await runStepHost(folder, order, await stepHostTools(order.server));
process.exit(ran ? 0 : 1);
