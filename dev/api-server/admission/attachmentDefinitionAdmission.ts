/**
 * NetworkAttachmentDefinition: the webhook of OpenShift looks at the name and at whether
 * `spec.config` is a CNI configuration at all; it does not look at the plugin's own fields
 * (multus-admission-controller pkg/webhook; its name pattern lacks a leading 0, which is kept).
 */
import { ApiError } from '../http/ApiError';
import type { JsonRecord } from '../json';
import { isRecord, stringAt } from '../json';
import type { Admission } from './admission';

const WEBHOOK = 'multus-validating-config.k8s.io';
const NAME = /^[a-z-1-9]([-a-z0-9]*[a-z0-9])?$/;

export const attachmentDefinitionAdmission: Admission = {
  shape: {
    fields: {
      apiVersion: 'any',
      kind: 'any',
      metadata: 'any',
      spec: { fields: { config: 'any' } },
    },
  },

  check({ object }) {
    if (!NAME.test(object.metadata.name)) {
      throw denied('net-attach-def name is invalid');
    }
    const config = stringAt(object, 'spec', 'config');
    if (config === '') {
      return; // multus then looks for a file on the node
    }
    const parsed = parseConfig(config);
    if (parsed === undefined) {
      throw denied('configuration string is not in JSON format');
    }
    if (!isLoadable(parsed)) {
      throw denied('invalid config');
    }
  },
};

function parseConfig(text: string): JsonRecord | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined; // not JSON: the caller refuses it with the webhook's words
  }
}

/** libcni loads a single configuration with a type, or a list of plugins that all have one. */
function isLoadable(config: JsonRecord): boolean {
  if (typeof config.type === 'string' && config.type !== '') {
    return true;
  }
  const plugins = config.plugins;
  return (
    Array.isArray(plugins) &&
    plugins.length > 0 &&
    plugins.every((plugin) => stringAt(plugin, 'type') !== '')
  );
}

function denied(why: string): ApiError {
  const message = `admission webhook "${WEBHOOK}" denied the request: ${why}`;
  return new ApiError(400, '', message);
}
