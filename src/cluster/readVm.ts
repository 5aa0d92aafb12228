/**
 * VirtualMachine: template, run strategy and status; disks, CPU and the rest are not read.
 * Domain reference A.7.
 */
import { asBoolean, asString, recordOf, stringMapOf, textOf } from './json';
import type { JsonRecord } from './json';
import { readCloudInitAddresses } from './readCloudInitAddresses';
import { readConditions } from './readConditions';
import { readMeta } from './readMeta';
import { readPlacement, readVmNetworking } from './readVmNetworking';
import type { VmRecord } from './vmRecord';

/** The older `running` is a run strategy too. */
const runStrategyOf = (spec: JsonRecord): string => {
  const stated = asString(spec.runStrategy);
  if (stated !== undefined) return stated;
  const running = asBoolean(spec.running);
  if (running === undefined) return '';
  return running ? 'Always' : 'Halted';
};

/** Takes a VirtualMachine; undefined when it has no name. */
export const readVm = (object: unknown): VmRecord | undefined => {
  const meta = readMeta(object);
  if (meta === undefined) return undefined;
  const raw = recordOf(object);
  const spec = recordOf(raw.spec);
  const status = recordOf(raw.status);
  const template = recordOf(spec.template);
  const vmiSpec = recordOf(template.spec);
  return {
    kind: 'vm',
    meta,
    networking: readVmNetworking(vmiSpec, meta.namespace),
    placement: readPlacement(vmiSpec),
    evictionStrategy: textOf(vmiSpec.evictionStrategy),
    runStrategy: runStrategyOf(spec),
    printableStatus: textOf(status.printableStatus),
    conditions: readConditions(status.conditions),
    templateLabels: stringMapOf(recordOf(template.metadata).labels),
    cloudInitAddresses: readCloudInitAddresses(vmiSpec),
  };
};
