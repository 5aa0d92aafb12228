/**
 * UserDefinedNetwork: Layer2 or Layer3 in one namespace; topology and the layer2 part never change
 * (ovn-kubernetes go-controller/pkg/crd/userdefinednetwork/v1/udn.go).
 */
import type { FieldError } from '../http/ApiError';
import { invalid, invalidValue, requiredValue, unsupportedValue } from '../http/ApiError';
import { isRecord, jsonEqual, recordAt, stringAt } from '../json';
import type { Admission } from './admission';
import { checkLayer2, checkLayer3, layer2Shape, layer3Shape } from './networkRules';

const PARTS = new Map([
  ['Layer3', 'layer3'],
  ['Layer2', 'layer2'],
]);
const IMMUTABLE = new Map([
  ['topology', 'topology is immutable'],
  ['layer2', 'layer2 is immutable'],
  ['layer3', 'layer3 is immutable'],
]);

export const userDefinedNetworkAdmission: Admission = {
  shape: {
    fields: {
      apiVersion: 'any',
      kind: 'any',
      metadata: 'any',
      spec: { fields: { topology: 'any', layer2: layer2Shape, layer3: layer3Shape } },
      status: 'any',
    },
  },

  check({ kind, object, previous }) {
    const spec = recordAt(object, 'spec');
    const errors: FieldError[] = [];
    const topology = stringAt(spec, 'topology');
    if (topology === '') {
      errors.push(requiredValue('spec.topology'));
    } else if (!PARTS.has(topology)) {
      errors.push(unsupportedValue('spec.topology', topology, ['Layer2', 'Layer3']));
    } else {
      for (const [name, part] of PARTS) {
        if ((spec[part] !== undefined) !== (name === topology)) {
          const text = `spec.${part} is required when topology is ${name} and forbidden otherwise`;
          errors.push(invalidValue('spec', spec, text));
        }
      }
    }
    if (isRecord(spec.layer2)) {
      errors.push(...checkLayer2(spec.layer2, 'spec.layer2'));
    }
    if (isRecord(spec.layer3)) {
      errors.push(...checkLayer3(spec.layer3, 'spec.layer3'));
    }
    if (previous !== undefined) {
      const before = recordAt(previous, 'spec');
      for (const [field, text] of IMMUTABLE) {
        if (!jsonEqual(before[field], spec[field])) {
          errors.push(invalidValue(`spec.${field}`, spec[field] ?? null, text));
        }
      }
    }
    if (errors.length > 0) {
      throw invalid(kind, object.metadata.name, errors);
    }
  },
};
