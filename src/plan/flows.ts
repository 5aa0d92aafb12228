/** The seven flows, in the order in which the form shows them. */
import type { FlowId } from './attachIntent';
import { cudnLocalnet } from './flows/cudnLocalnet';
import { dedicatedNic } from './flows/dedicatedNic';
import type { Flow } from './flows/flow';
import { layer2 } from './flows/layer2';
import { linuxBridge } from './flows/linuxBridge';
import { sharedNative } from './flows/sharedNative';
import { sharedTagged } from './flows/sharedTagged';
import { sharedUntagged } from './flows/sharedUntagged';

export const FLOWS: Readonly<Record<FlowId, Flow>> = {
  cudnLocalnet,
  dedicatedNic,
  sharedUntagged,
  sharedNative,
  sharedTagged,
  linuxBridge,
  layer2,
};
