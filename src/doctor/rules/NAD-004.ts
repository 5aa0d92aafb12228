/**
 * NAD-004: ovn-controller connects a localnet only where the node maps its physical name to a
 * bridge; a name that no node maps leads nowhere.
 */
import { physicalNameOf } from '../../cluster/networkNameOf';
import { text } from '../../cluster/text';
import { entityId } from '../../network/model';
import { mappedNames, whyMappingsUnknown } from '../facts/mappedNames';
import { unmappedSymptom } from '../facts/unmappedSymptom';
import { fault, unclear } from '../finding';
import type { Rule } from '../model';
import { nadId, nadLabel, nadRelated, nadSubject, owningCudn } from '../nadFacts';
import { nearestName } from '../nearestName';
import { judgeOvnNads } from '../judgeNads';
import { changesReach } from '../facts/changesReach';

const id = 'NAD-004';

export const NAD_004: Rule = {
  id,
  title: text('Localnet has no bridge mapping on any node'),
  severity: 'error',
  tier: 'N',
  reads: ['nads', 'nodeStates'],
  consults: ['nodes', 'vms', 'vmis', 'clusterVersions'],
  heeds: { nodeStates: changesReach },
  source: 'ovn-kubernetes go-controller/pkg/cni/cni.go checkBridgeMapping; ovn controller/patch.c',
  check: (context) => {
    const { graph } = context;
    const mapped = mappedNames(graph);
    const doubt = whyMappingsUnknown(graph);
    return judgeOvnNads(context, id, ({ nad, config, plugin }) => {
      if (plugin.topology !== 'localnet' || owningCudn(nad) !== undefined) return undefined;
      const name = physicalNameOf(config.name, plugin.physicalNetworkName);
      if (name === '' || mapped.has(name)) return undefined;
      if (doubt !== undefined) return unclear(nadId(nad), doubt);
      const label = nadLabel(nad);
      const own = nad.meta.name;
      const near = nearestName(name, mapped);
      return fault({
        severity: 'error',
        subject: nadSubject(nad),
        related: [...nadRelated(graph, nad), entityId('localnet', name)],
        message: text('{{nad}} needs the localnet "{{name}}", which no node maps to a bridge.', {
          nad: label,
          name,
        }),
        symptom: unmappedSymptom(graph),
        fix: mapped.has(own)
          ? text(
              'The object is called "{{own}}", which is mapped, but its configuration is what counts: set physicalNetworkName to "{{own}}".',
              { own },
            )
          : near !== undefined
            ? text(
                'Did you mean "{{near}}"? Set physicalNetworkName to it, or map "{{name}}" in a policy.',
                { near, name },
              )
            : text('Add a bridge mapping for "{{name}}" in a NodeNetworkConfigurationPolicy.', {
                name,
              }),
      });
    });
  },
};
