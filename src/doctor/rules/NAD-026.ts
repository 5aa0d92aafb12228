/**
 * NAD-026: a NAD that OVN-Kubernetes made from a UDN or CUDN must stay what it yields; one edited
 * by hand is written over, one whose owner is gone hangs with its finalizer.
 */
import type { NadRecord } from '../../cluster/nadRecord';
import { cudnNetworkName, udnNetworkName } from '../../cluster/networkNameOf';
import type { UdnNetwork } from '../../cluster/udnRecord';
import { text } from '../../cluster/text';
import { isKnown } from '../../network/evidence';
import type { NetworkGraph } from '../../network/networkGraph';
import { fault, unclear } from '../finding';
import type { Judgement } from '../finding';
import type { Rule } from '../model';
import { asOvn, nadId, nadKey, nadSubject, owningCudn, owningUdn } from '../nadFacts';
import { judgeEach } from '../judgeEach';
import { NADS } from '../walk';

const id = 'NAD-026';

interface Definition {
  readonly networkName: string;
  readonly network: UdnNetwork;
}

const listed = (items: readonly string[]): string => [...new Set(items)].sort().join(',');

/** First setting in which the NAD is not what its definition yields; undefined when it is. */
const differenceOf = (nad: NadRecord, { networkName, network }: Definition): string | undefined => {
  const ovn = asOvn(nad);
  if (ovn === undefined) return 'type';
  const { config, plugin } = ovn;
  const isLocalnet = network.topology === 'Localnet';
  const isPrimary = network.role === 'Primary';
  const pairs: readonly (readonly [string, string, string])[] = [
    ['topology', plugin.topology, network.topology.toLowerCase()],
    ['name', config.name, networkName],
    [
      'physicalNetworkName',
      plugin.physicalNetworkName,
      isLocalnet ? network.physicalNetworkName : '',
    ],
    ['vlanID', String(plugin.vlanID?.value ?? 0), String(isLocalnet ? (network.vlanId ?? 0) : 0)],
    [
      'role',
      plugin.role === 'primary' ? 'primary' : 'secondary',
      isPrimary ? 'primary' : 'secondary',
    ],
    // Layer3 subnets carry a host prefix in the NAD that the definition states apart.
    ...(network.topology === 'Layer3'
      ? []
      : [['subnets', listed(plugin.subnets), listed(network.subnets)] as const]),
  ];
  return pairs.find(([, actual, wanted]) => actual !== wanted)?.[0];
};

type Owner = Definition | 'missing' | 'unknown';

const ownerOf = ({ snapshot }: NetworkGraph, nad: NadRecord): Owner => {
  const cudnName = owningCudn(nad);
  if (cudnName !== undefined) {
    const cudn = snapshot.cudns.items.get(cudnName);
    if (cudn !== undefined) return { networkName: cudnNetworkName(cudn), network: cudn.network };
    return isKnown(snapshot.cudns) ? 'missing' : 'unknown';
  }
  const udnName = owningUdn(nad);
  if (udnName === undefined) return 'missing';
  const udn = snapshot.udns.items.get(`${nad.meta.namespace}/${udnName}`);
  if (udn !== undefined) return { networkName: udnNetworkName(udn), network: udn.network };
  return isKnown(snapshot.udns, nad.meta.namespace) ? 'missing' : 'unknown';
};

const judgeNad = (graph: NetworkGraph, nad: NadRecord): Judgement | undefined => {
  const owner = ownerOf(graph, nad);
  const values = { nad: nadKey(nad) };
  if (owner === 'unknown') {
    return unclear(
      nadId(nad),
      text('The UDN or CUDN that {{nad}} is made from is not visible', values),
    );
  }
  if (owner === 'missing') {
    return fault({
      severity: 'warning',
      subject: nadId(nad),
      message: text(
        'NAD {{nad}} is marked as generated, but its UDN or CUDN does not exist.',
        values,
      ),
      symptom: text('It hangs with its finalizer when deleted, and nobody keeps it up to date.'),
      fix: text('Recreate the UDN or CUDN, or remove the finalizer and delete the NAD.'),
    });
  }
  const difference = differenceOf(nad, owner);
  if (difference === undefined) return undefined;
  return fault({
    severity: 'warning',
    subject: nadSubject(nad),
    related: [nadId(nad)],
    message: text('The generated NAD {{nad}} differs from its definition in {{field}}.', {
      ...values,
      field: difference,
    }),
    symptom: text('The controller writes it over, or its VMs are on another network than stated.'),
    fix: text('Change the UDN or CUDN, never the NAD.'),
  });
};

export const NAD_026: Rule = {
  id,
  title: text('Generated NAD was changed by hand or is orphaned'),
  severity: 'warning',
  tier: 'S',
  reads: ['nads'],
  consults: ['cudns', 'udns'],
  source: 'ovn-kubernetes go-controller/pkg/clustermanager/userdefinednetwork',
  check: (context) =>
    judgeEach(context, id, NADS, (nad) =>
      nad.generated ? judgeNad(context.graph, nad) : undefined,
    ),
};
