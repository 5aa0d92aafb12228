/**
 * NAD-012: addresses that a network hands out are not kept by VMs: on localnet and bridge
 * networks IPAM is not supported for VMs, on layer2 only with persistent IPs.
 */
import type { NadRecord } from '../../cluster/nadRecord';
import type { Text } from '../../cluster/text';
import { text } from '../../cluster/text';
import type { NetworkGraph, VnicView } from '../../network/networkGraph';
import { podNics } from '../facts/podNics';
import { primaryNetworks } from '../facts/primaryNetworks';
import { fault } from '../finding';
import type { Wide } from '../itemAnswers';
import type { Rule } from '../model';
import { asBridge, asOvn, nadId, nadKey, nadLabel, nadSubject } from '../nadFacts';
import { judgeEach } from '../judgeEach';
import { NADS } from '../walk';

const id = 'NAD-012';

interface Problem {
  readonly message: Text;
  readonly fix: Text;
}

const ovnProblem = (nad: NadRecord): Problem | undefined => {
  const plugin = asOvn(nad)?.plugin;
  if (plugin === undefined || plugin.subnets.length === 0) return undefined;
  const values = { nad: nadLabel(nad), subnets: plugin.subnets.join(', ') };
  if (plugin.topology === 'localnet') {
    return {
      message: text(
        '{{nad}} hands out {{subnets}}: IPAM on localnet is not supported for VMs.',
        values,
      ),
      fix: text('Leave subnets out (CUDN: ipam.mode Disabled) and use DHCP or cloud-init.'),
    };
  }
  if (plugin.topology !== 'layer2' || plugin.allowPersistentIPs) return undefined;
  return {
    message: text('{{nad}} hands out {{subnets}} without persistent IPs, and VMs use it.', values),
    fix: text('Set allowPersistentIPs: true (UDN or CUDN: ipam.lifecycle Persistent).'),
  };
};

const problemOf = (nad: NadRecord): Problem | undefined => {
  const plugin = asBridge(nad)?.plugin;
  if (plugin === undefined) return ovnProblem(nad);
  if (plugin.ipamType === '') return undefined;
  const values = { nad: nadLabel(nad), type: plugin.ipamType };
  return {
    message: text('{{nad}} uses the IPAM plugin {{type}}, which is not supported for VMs.', values),
    fix: text('Leave ipam out and give the address by DHCP or cloud-init.'),
  };
};

/** NICs on the NAD: by name, or as the pod network where it is the namespace's primary network. */
const attached = (graph: NetworkGraph, nad: NadRecord): readonly VnicView[] =>
  asOvn(nad)?.plugin.role === 'primary'
    ? (podNics(graph).get(nad.meta.namespace) ?? [])
    : graph.vnicsOfNad(nadKey(nad));

/** Where a namespace has a primary network, every pod NIC of it is on that network's NAD. */
const isAboutPodNics: Wide = ({ after }, kind) =>
  (kind === 'vms' || kind === 'vmis') && primaryNetworks(after).size > 0;

export const NAD_012: Rule = {
  id,
  title: text('IPAM on a network used by VMs'),
  severity: 'warning',
  tier: 'R',
  reads: ['nads', 'vms'],
  consults: ['vmis'],
  source: 'openshift-docs virt-localnet-cudn-considerations, virt-creating-linux-bridge-nad-cli',
  check: (context) =>
    judgeEach(
      context,
      id,
      NADS,
      (nad) => {
        const problem = problemOf(nad);
        const vnics = problem === undefined ? [] : attached(context.graph, nad);
        if (problem === undefined || vnics.length === 0) return undefined;
        return fault({
          ...problem,
          severity: 'warning',
          subject: nadSubject(nad),
          related: [nadId(nad), ...vnics.map((vnic) => vnic.id)],
          symptom: text(
            'The guest gets another address at restart or migration, or its own static address is dropped as spoofed.',
          ),
        });
      },
      isAboutPodNics,
    ),
};
