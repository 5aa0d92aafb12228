/**
 * The OVN-Kubernetes half of a settled cluster: NADs generated for user-defined networks with their
 * conditions, and every NAD the controller accepts annotated with network name and id.
 */
import type { KubeObject } from '../api-server/kubeObject';
import { matchesSelector } from '../operators/labels';
import { generatedNad } from '../operators/ovn/generatedNad';
import {
  allocatedCondition,
  createdCondition,
  udnCreatedCondition,
} from '../operators/ovn/networkConditions';
import type { Cudn, Nad, NamespaceObject, Udn } from '../operators/ovn/ovnTypes';
import { NETWORK_ID, NETWORK_NAME, PROTECTION } from '../operators/ovn/ovnTypes';
import { comparedPart, readOvnConfig } from '../operators/ovn/readOvnConfig';
import { CLUSTER_MTU } from './clusterPlan';
import { stamped, stampedAsWritten, TIMES } from './stampMetadata';

export interface WrittenNetworks {
  namespaces: readonly NamespaceObject[];
  nads: readonly Nad[];
  udns: readonly Udn[];
  cudns: readonly Cudn[];
}

export interface SettledNetworks {
  nads: Nad[];
  networks: KubeObject[];
}

export function settleNetworks(written: WrittenNetworks): SettledNetworks {
  const networks: KubeObject[] = [];
  const nads = written.nads.map((nad) => stampedAsWritten(nad, TIMES.written));
  for (const cudn of written.cudns) {
    const owner = withProtection(stampedAsWritten(cudn, TIMES.written));
    const selected = written.namespaces
      .filter(({ metadata }) => matchesSelector(cudn.spec?.namespaceSelector, metadata.labels))
      .map(({ metadata }) => metadata.name);
    nads.push(
      ...selected.map((name) => stamped(generatedNad(owner, name, CLUSTER_MTU), TIMES.written)),
    );
    const conditions = [
      createdCondition(selected, TIMES.written),
      allocatedCondition(TIMES.written),
    ];
    networks.push({ ...owner, status: { conditions } });
  }
  for (const udn of written.udns) {
    const owner = withProtection(stampedAsWritten(udn, TIMES.written));
    const namespace = udn.metadata.namespace ?? '';
    nads.push(stamped(generatedNad(owner, namespace, CLUSTER_MTU), TIMES.written));
    const conditions = [udnCreatedCondition(TIMES.written), allocatedCondition(TIMES.written)];
    networks.push({ ...owner, status: { conditions } });
  }
  return { nads: acceptAll(nads), networks };
}

function withProtection<T extends KubeObject>(owner: T): T {
  return { ...owner, metadata: { ...owner.metadata, finalizers: [PROTECTION] } };
}

/** First NAD of a network name wins; a later one that differs stays without annotations. */
function acceptAll(nads: readonly Nad[]): Nad[] {
  const accepted = new Map<string, { id: number; compared: string }>();
  return nads.map((nad) => {
    const reading = readOvnConfig(nad);
    if (reading.kind !== 'network') return nad;
    const { name } = reading.config;
    const compared = comparedPart(reading.config, CLUSTER_MTU);
    const known = accepted.get(name) ?? { id: accepted.size + 1, compared };
    if (known.compared !== compared) return nad;
    accepted.set(name, known);
    const annotations = {
      ...nad.metadata.annotations,
      [NETWORK_ID]: String(known.id),
      [NETWORK_NAME]: name,
    };
    return { ...nad, metadata: { ...nad.metadata, annotations } };
  });
}
