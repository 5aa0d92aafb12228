/**
 * What the picture itself says is drawn whole in every language and at every size of its words; only names of
 * the cluster may be shortened. Every scenario of the development console is drawn.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { pseudoLocale } from '../../../dev/console/server/pseudoLocale';
import { NOW } from '../../../dev/test/makeCluster';
import { listScenarios, loadScenario } from '../../../dev/scenarios/scenarios';
import { completeSnapshot } from '../../cluster/snapshotOf';
import type { Text } from '../../cluster/text';
import type { Words } from '../../console/translation';
import { runDoctor } from '../../doctor/runDoctor';
import { buildGraph } from '../../network/buildGraph';
import { ovnView } from '../../network/ovnView';
import { layoutPicture } from '../layout/layoutPicture';
import { buildPicture } from '../model/buildPicture';
import { DEFAULT_OPTIONS } from '../model/pictureOptions';
import type { Picture } from '../model/picture';
import { ovnDrawing } from '../ovn/ovnDrawing';
import type { OvnShape } from '../ovn/ovnDrawing';
import { ovnWidth } from '../ovn/ovnGeometry';
import { ovnKindName } from '../ovn/ovnNames';
import { ovnNode } from '../ovn/ovnNode';
import { OvnShapeBox } from '../ovn/OvnShapeBox';
import { columnWidths } from './columnWidths';
import { ElementShape } from './ElementShape';
import { FrameShape } from './FrameShape';
import { wordSizes } from './wordSizes';

const read = (language: string): Readonly<Record<string, string>> => {
  const file = path.resolve(__dirname, `../../../locales/${language}/plugin__vm-networks.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
};

const languages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...Object.fromEntries(['en', 'es', 'fr', 'ja', 'ko', 'zh'].map((name) => [name, read(name)])),
  qps: pseudoLocale(read('en')),
};

const wordsOf = (sentences: Readonly<Record<string, string>>): Words => {
  const t: Words['t'] = (sentence, values = {}) => {
    const template = sentences[sentence] ?? sentences[`${sentence}_other`] ?? sentence;
    return template.replace(/\{\{(\w+)\}\}/g, (_match, name: string) => String(values[name]));
  };
  return { t, say: ({ template, values }) => t(template, values) };
};

/** A sentence without a name of the cluster in it. */
const isOurs = (sentence: Text | undefined): sentence is Text =>
  sentence !== undefined &&
  Object.values(sentence.values).every((value) => /^\d*$/.test(String(value)));

const nothing = (): void => undefined;

interface Drawn {
  readonly scenario: string;
  readonly picture: Picture;
  /** What says something that no picture before it says. */
  readonly ids: ReadonlySet<string>;
}

const pictures: Drawn[] = [];
const seen = new Set<string>();

/** Ids of what says something of ours for the first time. */
const newIn = ({ elements, frames }: Picture): ReadonlySet<string> => {
  const ids = new Set<string>();
  const look = (id: string, where: string, sentences: readonly (Text | undefined)[]): void => {
    for (const sentence of sentences.filter(isOurs)) {
      const key = `${where} ${JSON.stringify(sentence)}`;
      if (!seen.has(key)) ids.add(id);
      seen.add(key);
    }
  };
  for (const { id, column, title, detail } of elements.values()) look(id, column, [title, detail]);
  for (const { id, kind, title } of frames.values()) look(id, kind, [title]);
  return ids;
};

const ovnShapes: OvnShape[] = [];

beforeAll(async () => {
  for (const { name } of listScenarios()) {
    // Those with one thing broken in the first say nothing more.
    if (name === 'generated' || name.startsWith('broken-')) continue;
    const { objects } = await loadScenario(name);
    const graph = buildGraph(completeSnapshot(objects));
    const diagnosis = runDoctor({ graph, now: NOW });
    const picture = buildPicture(graph, diagnosis, DEFAULT_OPTIONS);
    pictures.push({ scenario: name, picture, ids: newIn(picture) });
    const view = ovnView(graph, ovnNode(graph, '', ''));
    ovnShapes.push(...ovnDrawing(view).shapes);
  }
});

/** What is drawn of a picture at a zoom, as markup. */
const drawn = (
  { picture, ids }: Drawn,
  words: Words,
  zoom: number,
): ReadonlyMap<string, string> => {
  const sizes = wordSizes(zoom);
  const { boxes } = layoutPicture(picture, columnWidths(words.say));
  const shapes = new Map<string, string>();
  for (const element of picture.elements.values()) {
    const box = boxes.get(element.id);
    if (box === undefined || !ids.has(element.id)) continue;
    const shape = (
      <ElementShape
        words={words}
        sizes={sizes}
        element={element}
        box={box}
        isSelected={false}
        isFaded={false}
        isLit={false}
        isTabStop={false}
        onSelect={nothing}
        onHover={nothing}
        onFocus={nothing}
        onKeyDown={nothing}
      />
    );
    shapes.set(element.id, renderToStaticMarkup(shape));
  }
  for (const frame of picture.frames.values()) {
    const box = boxes.get(frame.id);
    if (box === undefined || frame.opened !== undefined || !ids.has(frame.id)) continue;
    const shape = (
      <FrameShape
        words={words}
        sizes={sizes}
        frame={frame}
        box={box}
        isSelected={false}
        isFaded={false}
        onOpen={nothing}
        onClose={nothing}
        onSelect={nothing}
      />
    );
    shapes.set(frame.id, renderToStaticMarkup(shape));
  }
  return shapes;
};

describe.each(Object.entries(languages))('in %s', (_language, sentences) => {
  const words = wordsOf(sentences);

  it.each([1, 0.8, 0.6])('nothing of our own is cut at zoom %d', (zoom) => {
    const cut = new Set<string>();
    for (const one of pictures) {
      const { scenario, picture } = one;
      const shapes = drawn(one, words, zoom);
      const said = [
        ...[...picture.elements.values()].map(({ id, title, detail }) => ({
          id,
          all: [title, detail],
        })),
        ...[...picture.frames.values()].map(({ id, title }) => ({ id, all: [title] })),
      ];
      for (const { id, all } of said) {
        for (const sentence of all.filter(isOurs)) {
          const full = words.say(sentence);
          const markup = shapes.get(id);
          if (markup !== undefined && !markup.includes(`>${full}<`))
            cut.add(`${scenario}: ${full}`);
        }
      }
    }
    expect([...cut]).toEqual([]);
  });

  it.each([1, 0.8, 0.6])('nor in the OVN view at zoom %d', (zoom) => {
    const cut = new Set<string>();
    for (const shape of ovnShapes) {
      const markup = renderToStaticMarkup(
        <OvnShapeBox
          words={words}
          shape={shape}
          width={ovnWidth(words.say)}
          sizes={wordSizes(zoom)}
          isChosen={false}
          onChoose={nothing}
        />,
      );
      for (const sentence of [ovnKindName(shape.kind), shape.detail].filter(isOurs)) {
        const full = words.say(sentence);
        if (!markup.includes(`>${full}<`)) cut.add(full);
      }
    }
    expect([...cut]).toEqual([]);
  });
});
