/**
 * Field numbers of the Kubernetes messages that kubectl sends as protobuf: the native kinds that
 * `kubectl create` makes, the reviews of `kubectl auth`, and DeleteOptions (the generated.proto files
 * of k8s.io/api and k8s.io/apimachinery). Only fields a client sets are listed.
 */
export type FieldType =
  | 'string'
  | 'strings'
  | 'integer'
  /** An integer whose zero is meant, since the Go field is a pointer. */
  | 'pointer'
  | 'boolean'
  | 'texts'
  | 'blobs'
  | 'intOrString'
  | { readonly one: MessageType }
  | { readonly many: MessageType };

/** Field number to name and type. */
export type MessageType = Readonly<Record<number, readonly [string, FieldType]>>;

const ownerReference: MessageType = {
  1: ['kind', 'string'],
  3: ['name', 'string'],
  4: ['uid', 'string'],
  5: ['apiVersion', 'string'],
  6: ['controller', 'boolean'],
  7: ['blockOwnerDeletion', 'boolean'],
};

const metadata: MessageType = {
  1: ['name', 'string'],
  2: ['generateName', 'string'],
  3: ['namespace', 'string'],
  5: ['uid', 'string'],
  6: ['resourceVersion', 'string'],
  7: ['generation', 'integer'],
  11: ['labels', 'texts'],
  12: ['annotations', 'texts'],
  13: ['ownerReferences', { many: ownerReference }],
  14: ['finalizers', 'strings'],
};

const withMetadata = (fields: MessageType): MessageType => ({
  1: ['metadata', { one: metadata }],
  ...fields,
});

const labelSelector: MessageType = {
  1: ['matchLabels', 'texts'],
  2: [
    'matchExpressions',
    { many: { 1: ['key', 'string'], 2: ['operator', 'string'], 3: ['values', 'strings'] } },
  ],
};

const container: MessageType = {
  1: ['name', 'string'],
  2: ['image', 'string'],
  3: ['command', 'strings'],
  4: ['args', 'strings'],
  5: ['workingDir', 'string'],
  6: [
    'ports',
    {
      many: {
        1: ['name', 'string'],
        2: ['hostPort', 'integer'],
        3: ['containerPort', 'integer'],
        4: ['protocol', 'string'],
      },
    },
  ],
  7: ['env', { many: { 1: ['name', 'string'], 2: ['value', 'string'] } }],
  14: ['imagePullPolicy', 'string'],
};

const podTemplate: MessageType = withMetadata({
  2: [
    'spec',
    {
      one: {
        2: ['containers', { many: container }],
        3: ['restartPolicy', 'string'],
        6: ['dnsPolicy', 'string'],
        7: ['nodeSelector', 'texts'],
        8: ['serviceAccountName', 'string'],
        10: ['nodeName', 'string'],
        20: ['initContainers', { many: container }],
      },
    },
  ],
});

const policyRules: FieldType = {
  many: {
    1: ['verbs', 'strings'],
    2: ['apiGroups', 'strings'],
    3: ['resources', 'strings'],
    4: ['resourceNames', 'strings'],
    5: ['nonResourceURLs', 'strings'],
  },
};

const binding = withMetadata({
  2: [
    'subjects',
    {
      many: {
        1: ['kind', 'string'],
        2: ['apiGroup', 'string'],
        3: ['name', 'string'],
        4: ['namespace', 'string'],
      },
    },
  ],
  3: [
    'roleRef',
    { one: { 1: ['apiGroup', 'string'], 2: ['kind', 'string'], 3: ['name', 'string'] } },
  ],
});

const servicePort: MessageType = {
  1: ['name', 'string'],
  2: ['protocol', 'string'],
  3: ['port', 'integer'],
  4: ['targetPort', 'intOrString'],
  5: ['nodePort', 'integer'],
};

/** The messages by kind; a kind that is missing here is only taken as JSON or YAML. */
export const messageTypes: Readonly<Record<string, MessageType>> = {
  Namespace: withMetadata({
    2: ['spec', { one: { 1: ['finalizers', 'strings'] } }],
    3: ['status', { one: { 1: ['phase', 'string'] } }],
  }),
  ConfigMap: withMetadata({
    2: ['data', 'texts'],
    3: ['binaryData', 'blobs'],
    4: ['immutable', 'boolean'],
  }),
  Secret: withMetadata({
    2: ['data', 'blobs'],
    3: ['type', 'string'],
    4: ['stringData', 'texts'],
    5: ['immutable', 'boolean'],
  }),
  ServiceAccount: withMetadata({
    3: ['imagePullSecrets', { many: { 1: ['name', 'string'] } }],
    4: ['automountServiceAccountToken', 'boolean'],
  }),
  Service: withMetadata({
    2: [
      'spec',
      {
        one: {
          1: ['ports', { many: servicePort }],
          2: ['selector', 'texts'],
          3: ['clusterIP', 'string'],
          4: ['type', 'string'],
          10: ['externalName', 'string'],
        },
      },
    ],
  }),
  Deployment: withMetadata({
    2: [
      'spec',
      {
        one: {
          1: ['replicas', 'pointer'],
          2: ['selector', { one: labelSelector }],
          3: ['template', { one: podTemplate }],
          5: ['minReadySeconds', 'integer'],
        },
      },
    ],
  }),
  Role: withMetadata({ 2: ['rules', policyRules] }),
  ClusterRole: withMetadata({
    2: ['rules', policyRules],
    3: ['aggregationRule', { one: { 1: ['clusterRoleSelectors', { many: labelSelector }] } }],
  }),
  RoleBinding: binding,
  ClusterRoleBinding: binding,
  SelfSubjectAccessReview: withMetadata({
    2: [
      'spec',
      {
        one: {
          1: [
            'resourceAttributes',
            {
              one: {
                1: ['namespace', 'string'],
                2: ['verb', 'string'],
                3: ['group', 'string'],
                4: ['version', 'string'],
                5: ['resource', 'string'],
                6: ['subresource', 'string'],
                7: ['name', 'string'],
              },
            },
          ],
          2: ['nonResourceAttributes', { one: { 1: ['path', 'string'], 2: ['verb', 'string'] } }],
        },
      },
    ],
  }),
  SelfSubjectRulesReview: withMetadata({ 2: ['spec', { one: { 1: ['namespace', 'string'] } }] }),
  SelfSubjectReview: withMetadata({}),
  DeleteOptions: {
    1: ['gracePeriodSeconds', 'pointer'],
    2: ['preconditions', { one: { 1: ['uid', 'string'], 2: ['resourceVersion', 'string'] } }],
    3: ['orphanDependents', 'boolean'],
    4: ['propagationPolicy', 'string'],
    5: ['dryRun', 'strings'],
  },
};
