/**
 * `inspect` from arguments to exit status: read, join, diagnose, trace, print. It is apart from
 * the program itself so that tests run it without a process.
 */
import { runDoctor } from '../src/doctor/runDoctor';
import type { Finding } from '../src/doctor/model';
import { buildGraph } from '../src/network/buildGraph';
import type { Edge } from '../src/network/model';
import type { NetworkGraph } from '../src/network/networkGraph';
import { readInput } from './input/readInput';
import type { Input } from './input/readInput';
import { limitToNode } from './limitToNode';
import type { Scope } from './limitToNode';
import { parseArguments, USAGE } from './parseArguments';
import type { Arguments, Output } from './parseArguments';
import { jsonReport } from './report/jsonReport';
import { mermaidReport } from './report/mermaidReport';
import type { Report } from './report/report';
import { textReport } from './report/textReport';
import { selectTrace } from './selectTrace';
import type { SelectedTrace } from './selectTrace';

export interface Streams {
  readonly out: (text: string) => void;
  /** One line, without its end. */
  readonly err: (line: string) => void;
}

const OK = 0;
const FOUND = 1;
const UNUSABLE = 2;

/** More notes than this say no more than their number. */
const MAX_NOTES = 20;

const REPORTS: Readonly<Record<Output, (report: Report) => string>> = {
  text: textReport,
  json: jsonReport,
  mermaid: mermaidReport,
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const compareEdges = (a: Edge, b: Edge): number =>
  compare(a.source, b.source) || compare(a.target, b.target) || compare(a.kind, b.kind);

const printNotes = (notes: readonly string[], streams: Streams): void => {
  for (const note of notes.slice(0, MAX_NOTES)) streams.err(`inspect: ${note}`);
  if (notes.length > MAX_NOTES) streams.err(`inspect: and ${notes.length - MAX_NOTES} more notes`);
};

/** "Now" and where it comes from; without any time in the input it is the clock's. */
const timeOf = (args: Arguments, input: Input): Pick<Report, 'now' | 'nowSource'> => {
  if (args.now !== undefined) return { now: args.now, nowSource: 'argument' };
  if (input.newest !== undefined) return { now: input.newest, nowSource: 'input' };
  return { now: Date.now(), nowSource: 'clock' };
};

/** A node or VM that the input does not have is a mistake in the arguments. */
const unknownNode = (graph: NetworkGraph, node: string | undefined): string | undefined => {
  if (node === undefined || graph.nodes.has(node)) return undefined;
  const known = [...graph.nodes.keys()].sort(compare).slice(0, 10).join(', ');
  return `--node: there is no node ${node} in the input${known === '' ? '' : `; there are: ${known}`}`;
};

const isSerious = (finding: Finding): boolean =>
  finding.severity === 'error' || finding.severity === 'critical';

const scopeOf = (args: Arguments, graph: NetworkGraph, now: number): Scope => {
  const diagnosis = runDoctor({ graph, now });
  const scope: Scope = {
    entities: [...graph.entities.values()].sort((a, b) => compare(a.id, b.id)),
    edges: [...graph.edges.values()].sort(compareEdges),
    findings: diagnosis.findings,
    unknown: diagnosis.unknown,
  };
  return args.node === undefined ? scope : limitToNode(scope, graph, args.node);
};

const run = (args: Arguments, streams: Streams): number => {
  const fail = (problem: string): number => {
    streams.err(`inspect: ${problem}`);
    return UNUSABLE;
  };
  const input = readInput(args.paths);
  printNotes(input.notes, streams);
  if (input.files === 0) return fail('nothing could be read: name YAML or JSON of a cluster');
  if (input.objects === 0) {
    streams.err('inspect: the input has no object of a kind that matters here; see --help');
  }
  const graph = buildGraph(input.snapshot);
  const nodeProblem = unknownNode(graph, args.node);
  if (nodeProblem !== undefined) return fail(nodeProblem);
  let traced: SelectedTrace | undefined;
  if (args.trace !== undefined) {
    const selection = selectTrace(graph, args.trace, args.node);
    if (selection.kind === 'error') return fail(selection.problem);
    traced = selection.selected;
  }
  const time = timeOf(args, input);
  const scope = scopeOf(args, graph, time.now);
  streams.out(REPORTS[args.output]({ graph, scope, traced, node: args.node, ...time }));
  return scope.findings.some(isSerious) ? FOUND : OK;
};

/** Takes the arguments after the program's name; gives the exit status. Never throws. */
export const runInspect = (argv: readonly string[], streams: Streams): number => {
  const parsed = parseArguments(argv);
  switch (parsed.kind) {
    case 'help':
      streams.out(`${USAGE}\n`);
      return OK;
    case 'error':
      streams.err(`inspect: ${parsed.problem}`);
      streams.err(USAGE.split('\n', 1)[0] ?? '');
      return UNUSABLE;
    case 'run':
      return run(parsed.arguments, streams);
  }
};
