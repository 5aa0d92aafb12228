/**
 * ClusterUserDefinedNetwork: one part per topology, nothing of the network may change later, and the
 * localnet part has a VLAN between 1 and 4094 and a usable physical network name (ovn-kubernetes
 * go-controller/pkg/crd/userdefinednetwork/v1/cudn.go). The namespaceSelector may change.
 */
import type { FieldError } from '../http/ApiError';
import { invalid, invalidValue, requiredValue, unsupportedValue } from '../http/ApiError';
import type { JsonRecord } from '../json';
import { isRecord, jsonEqual, recordAt, stringAt } from '../json';
import type { Admission } from './admission';
import {
  checkCidrs,
  checkIpam,
  checkLayer2,
  checkLayer3,
  checkMtu,
  checkRole,
  ipamDisabled,
  layer2Shape,
  layer3Shape,
} from './networkRules';

const NETWORK = 'spec.network';
const PARTS = new Map([
  ['Layer3', 'layer3'],
  ['Layer2', 'layer2'],
  ['Localnet', 'localnet'],
]);
/** What may not change, with the sentence that says so. */
const IMMUTABLE = new Map([
  ['topology', 'Topology is immutable'],
  ['layer2', 'Layer2 is immutable'],
  ['layer3', 'Layer3 is immutable'],
  ['localnet', 'Localnet is immutable'],
]);

export const clusterUserDefinedNetworkAdmission: Admission = {
  shape: {
    fields: {
      apiVersion: 'any',
      kind: 'any',
      metadata: 'any',
      spec: {
        fields: {
          namespaceSelector: { fields: { matchLabels: 'any', matchExpressions: 'any' } },
          network: {
            fields: {
              topology: 'any',
              layer2: layer2Shape,
              layer3: layer3Shape,
              localnet: {
                fields: {
                  role: 'any',
                  physicalNetworkName: 'any',
                  subnets: 'any',
                  excludeSubnets: 'any',
                  ipam: { fields: { mode: 'any', lifecycle: 'any' } },
                  mtu: 'any',
                  vlan: { fields: { mode: 'any', access: { fields: { id: 'any' } } } },
                },
              },
            },
          },
          uplinks: 'any',
        },
      },
      status: 'any',
    },
  },

  check({ kind, object, previous }) {
    const network = recordAt(object, 'spec', 'network');
    const errors = checkSpec(recordAt(object, 'spec'), network);
    if (previous !== undefined) {
      errors.push(...checkUnchanged(recordAt(previous, 'spec', 'network'), network));
    }
    if (errors.length > 0) {
      throw invalid(kind, object.metadata.name, errors);
    }
  },
};

function checkSpec(spec: JsonRecord, network: JsonRecord): FieldError[] {
  const errors: FieldError[] = [];
  if (!isRecord(spec.namespaceSelector)) {
    errors.push(requiredValue('spec.namespaceSelector'));
  }
  const topology = stringAt(network, 'topology');
  if (topology === '') {
    return [...errors, requiredValue(`${NETWORK}.topology`)];
  }
  if (!PARTS.has(topology)) {
    const known = ['Layer2', 'Layer3', 'Localnet'];
    return [...errors, unsupportedValue(`${NETWORK}.topology`, topology, known)];
  }
  for (const [name, part] of PARTS) {
    if ((network[part] !== undefined) !== (name === topology)) {
      const text = `spec.${part} is required when topology is ${name} and forbidden otherwise`;
      errors.push(invalidValue(NETWORK, network, text));
    }
  }
  if (isRecord(network.localnet)) {
    errors.push(...checkLocalnet(network.localnet, `${NETWORK}.localnet`));
  }
  if (isRecord(network.layer2)) {
    errors.push(...checkLayer2(network.layer2, `${NETWORK}.layer2`));
  }
  if (isRecord(network.layer3)) {
    errors.push(...checkLayer3(network.layer3, `${NETWORK}.layer3`));
  }
  return errors;
}

function checkUnchanged(before: JsonRecord, after: JsonRecord): FieldError[] {
  return [...IMMUTABLE].flatMap(([field, text]) =>
    jsonEqual(before[field], after[field])
      ? []
      : [invalidValue(`${NETWORK}.${field}`, after[field] ?? null, text)],
  );
}

function checkLocalnet(localnet: JsonRecord, path: string): FieldError[] {
  const errors = [
    ...checkRole(localnet, path, ['Secondary']),
    ...checkPhysicalName(localnet.physicalNetworkName, `${path}.physicalNetworkName`),
    ...checkVlan(localnet.vlan, `${path}.vlan`),
    ...checkCidrs(localnet.subnets, `${path}.subnets`, 2),
    ...checkCidrs(localnet.excludeSubnets, `${path}.excludeSubnets`, 25),
    ...checkIpam(localnet, path),
    ...checkMtu(localnet, path, Array.isArray(localnet.subnets) ? localnet.subnets : []),
  ];
  if (ipamDisabled(localnet) === (localnet.subnets !== undefined)) {
    const text = 'Subnets is required with ipam.mode is Enabled or unset, and forbidden otherwise';
    errors.push(invalidValue(path, localnet, text));
  }
  if (localnet.excludeSubnets !== undefined && localnet.subnets === undefined) {
    const text = 'excludeSubnets must be unset when subents is unset';
    errors.push(invalidValue(path, localnet, text));
  }
  return errors;
}

function checkPhysicalName(name: unknown, field: string): FieldError[] {
  if (name === undefined) {
    return [requiredValue(field)];
  }
  if (typeof name !== 'string' || name === '') {
    return [invalidValue(field, name, `${field} in body should be at least 1 chars long`)];
  }
  if (name.length > 253) {
    const message = 'Too long: may not be more than 253 bytes';
    return [{ field, reason: 'FieldValueTooLong', message }];
  }
  return /[,:]/.test(name)
    ? [invalidValue(field, name, 'physicalNetworkName cannot contain `,` or `:` characters')]
    : [];
}

function checkVlan(vlan: unknown, path: string): FieldError[] {
  if (vlan === undefined) {
    return [];
  }
  const mode = stringAt(vlan, 'mode');
  if (mode !== 'Access') {
    return [
      mode === ''
        ? requiredValue(`${path}.mode`)
        : unsupportedValue(`${path}.mode`, mode, ['Access']),
    ];
  }
  const field = `${path}.access.id`;
  const access = isRecord(vlan) ? vlan.access : undefined;
  if (!isRecord(access)) {
    const text = 'vlan access config is required when vlan mode is Access, and forbidden otherwise';
    return [invalidValue(path, vlan, text)];
  }
  const id = access.id;
  if (id === undefined) {
    return [requiredValue(field)];
  }
  if (typeof id !== 'number' || !Number.isInteger(id)) {
    return [invalidValue(field, id, `${field} in body must be of type integer`)];
  }
  if (id < 1) {
    return [invalidValue(field, id, `${field} in body should be greater than or equal to 1`)];
  }
  return id > 4094
    ? [invalidValue(field, id, `${field} in body should be less than or equal to 4094`)]
    : [];
}
