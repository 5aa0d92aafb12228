/** The command line of `inspect`, as data; what is wrong with it is a sentence. */
import { parseArgs } from 'node:util';
import { parseTime } from '../src/cluster/parseTime';

export const USAGE = `usage: npm run --silent inspect -- FILE|DIR... [options]

Reads Kubernetes YAML or JSON (several documents, lists, \`oc get ... -o yaml\`, a must-gather
folder; - is standard input) and says what is connected to what, and what is broken.

  --output text|json|mermaid   form of the answer; text unless said
  --trace NS/VM[/NIC]          the path of one VM NIC to the wire; without NIC, of the VM's worst
  --node NODE                  only what concerns this node; with --trace, the path from there
  --now TIME                   time to judge delays by, as 2026-01-31T12:00:00Z; the newest
                               time in the input unless said
  --help                       this text

Exit status: 0 no finding of severity error or critical, 1 some, 2 unusable arguments or input.`;

export const OUTPUTS = ['text', 'json', 'mermaid'] as const;
export type Output = (typeof OUTPUTS)[number];

export interface TraceRequest {
  /** \`namespace/name\` of the VM. */
  readonly vm: string;
  /** Interface name; undefined: the VM's worst. */
  readonly nic?: string;
}

export interface Arguments {
  readonly paths: readonly string[];
  readonly output: Output;
  readonly trace?: TraceRequest;
  readonly node?: string;
  /** Milliseconds since the epoch. */
  readonly now?: number;
}

export type Parsed =
  | { readonly kind: 'run'; readonly arguments: Arguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'error'; readonly problem: string };

const error = (problem: string): Parsed => ({ kind: 'error', problem });

const isOutput = (value: string): value is Output => OUTPUTS.some((output) => output === value);

const parseTrace = (value: string): TraceRequest | undefined => {
  const [namespace = '', name = '', nic, more] = value.split('/');
  if (namespace === '' || name === '' || nic === '' || more !== undefined) return undefined;
  return { vm: `${namespace}/${name}`, nic };
};

const OPTIONS = {
  output: { type: 'string', short: 'o', default: 'text' },
  trace: { type: 'string' },
  node: { type: 'string' },
  now: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Takes the arguments after the program's name. */
export const parseArguments = (argv: readonly string[]): Parsed => {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (problem) {
    return error(problem instanceof Error ? problem.message : String(problem));
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  if (positionals.length === 0)
    return error('name at least one file or folder, or - for standard input');
  if (!isOutput(values.output)) {
    return error(`--output is text, json or mermaid, not ${values.output}`);
  }
  const trace = values.trace === undefined ? undefined : parseTrace(values.trace);
  if (values.trace !== undefined && trace === undefined) {
    return error(`--trace wants NAMESPACE/VM or NAMESPACE/VM/NIC, not ${values.trace}`);
  }
  const now = values.now === undefined ? undefined : parseTime(values.now);
  if (values.now !== undefined && now === undefined) {
    return error(`--now wants a time such as 2026-01-31T12:00:00Z, not ${values.now}`);
  }
  return {
    kind: 'run',
    arguments: { paths: positionals, output: values.output, trace, node: values.node, now },
  };
};
