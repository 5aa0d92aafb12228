/**
 * The picture as a Mermaid flowchart, for a ticket or a wiki: frames as subgraphs, the state of a line
 * in its form. Ids are numbers, so that no string of the cluster is read as syntax. Pure.
 */
import { mermaidLabel } from '../../cluster/mermaidLabel';
import type { DrawnEdge, Frame, Health, Picture } from '../model/picture';
import type { Say } from './drawnText';
import { elementDetail, elementName, frameTitle } from './drawnText';

const arrowOf = ({ state, isIntended }: DrawnEdge): string => {
  if (state === 'broken') return '--x';
  return state === 'unknown' || isIntended ? '-.->' : '-->';
};

const classOf = (health: Health): string => (health === 'ok' ? '' : `:::${health}`);

const CLASSES = [
  'classDef broken fill:#fbb,stroke:#c00,color:#000,stroke-width:2px',
  'classDef warning fill:#fec,stroke:#a60,color:#000,stroke-width:2px',
  'classDef unknown fill:#eee,stroke:#888,color:#000,stroke-dasharray:4 4',
];

/** Short names for ids, which may hold anything. */
const numbered = (prefix: string, ids: Iterable<string>): ReadonlyMap<string, string> =>
  new Map([...ids].map((id, index) => [id, `${prefix}${index}`]));

const groupBy = <T>(items: Iterable<T>, keyOf: (item: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
};

/** @param say translates */
export const mermaidPicture = (picture: Picture, say: Say): string => {
  const shapes = numbered('s', picture.elements.keys());
  const boxes = numbered('b', picture.frames.keys());
  const inFrame = groupBy(picture.elements.values(), ({ frame }) => frame ?? '');
  const children = groupBy(picture.frames.values(), ({ parent }) => parent ?? '');
  const lines = ['flowchart LR'];
  const writeElements = (frame: string, indent: string): void => {
    for (const element of inFrame.get(frame) ?? []) {
      const label = mermaidLabel(elementName(element, say), elementDetail(element, say));
      lines.push(`${indent}${shapes.get(element.id) ?? ''}[${label}]${classOf(element.health)}`);
    }
  };
  const writeFrame = (frame: Frame, indent: string): void => {
    lines.push(
      `${indent}subgraph ${boxes.get(frame.id) ?? ''}[${mermaidLabel(frameTitle(frame, say))}]`,
    );
    for (const child of children.get(frame.id) ?? []) writeFrame(child, `${indent}  `);
    writeElements(frame.id, `${indent}  `);
    lines.push(`${indent}end`);
  };
  for (const frame of children.get('') ?? []) writeFrame(frame, '  ');
  writeElements('', '  ');
  for (const edge of picture.edges) {
    const [source, target] = [shapes.get(edge.source), shapes.get(edge.target)];
    if (source === undefined || target === undefined) continue;
    const label = edge.label === undefined ? '' : `|${mermaidLabel(say(edge.label))}|`;
    lines.push(`  ${source} ${arrowOf(edge)}${label} ${target}`);
  }
  return `${[...lines, ...CLASSES.map((line) => `  ${line}`)].join('\n')}\n`;
};
