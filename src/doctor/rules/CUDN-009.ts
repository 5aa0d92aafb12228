/** CUDN-009: NAD-004 for a CUDN, seen before any NAD or VM exists. */
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import { cudnNetworkName } from '../../cluster/networkNameOf';
import { mappedNames, whyMappingsUnknown } from '../facts/mappedNames';
import { unmappedSymptom } from '../facts/unmappedSymptom';
import { fault, judge, unclear } from '../finding';
import type { Rule } from '../model';
import { nearestName } from '../nearestName';
import { definitionLabel, idOfDefinition } from '../udnFacts';

const id = 'CUDN-009';

export const CUDN_009: Rule = {
  id,
  title: text('physicalNetworkName is not mapped anywhere'),
  severity: 'error',
  tier: 'N',
  reads: ['cudns', 'nodeStates'],
  consults: ['nodes', 'nads', 'vms', 'vmis', 'clusterVersions'],
  source: 'ovn-kubernetes go-controller/pkg/cni/cni.go checkBridgeMapping; ovn controller/patch.c',
  check: ({ graph }) => {
    const mapped = mappedNames(graph);
    const doubt = whyMappingsUnknown(graph);
    return judge(id, graph.snapshot.cudns.items.values(), (cudn) => {
      const name = cudn.network.physicalNetworkName;
      if (cudn.network.topology !== 'Localnet' || mapped.has(name)) return undefined;
      const subject = idOfDefinition(cudn);
      if (doubt !== undefined) return unclear(subject, doubt);
      const near = nearestName(name, mapped);
      const networkName = cudnNetworkName(cudn);
      return fault({
        severity: 'error',
        subject,
        related: [
          entityId('localnet', name),
          ...graph.vnicsOfNetwork(networkName).map((vnic) => vnic.id),
        ],
        message: text(
          '{{network}} needs the localnet "{{name}}", which no node maps to a bridge.',
          {
            network: definitionLabel(cudn),
            name,
          },
        ),
        symptom: unmappedSymptom(graph),
        fix:
          near === undefined
            ? text('Add a bridge mapping for "{{name}}" in a NodeNetworkConfigurationPolicy.', {
                name,
              })
            : text(
                'Did you mean "{{near}}"? Then recreate the network with it; else map "{{name}}" in a policy.',
                { near, name },
              ),
      });
    });
  },
};
