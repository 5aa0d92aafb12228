/**
 * Makes the files of the export menu from what is shown: the picture or the OVN view as a drawing, and the
 * facts of every view as a table.
 */
import type { Words } from '../../console/translation';
import type { Diagnosis } from '../../doctor/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { ovnView } from '../../network/ovnView';
import type { Layout } from '../layout/layoutPicture';
import { coverageCells } from '../matrix/coverageCells';
import { coverageRows } from '../matrix/coverageRows';
import { findingIndex } from '../model/health';
import type { Picture } from '../model/picture';
import type { PictureOptions } from '../model/pictureOptions';
import { ovnCells } from '../ovn/ovnCells';
import { ovnDrawing } from '../ovn/ovnDrawing';
import { ovnBounds, ovnWidth } from '../ovn/ovnGeometry';
import { ovnNode } from '../ovn/ovnNode';
import { cellsOf, rowsInView } from '../table/rowsInView';
import { stateName } from '../view/stateName';
import type { View } from '../view/topologyUrl';
import { csvText } from './csvText';
import type { ExportFormat } from './exportFormats';
import { mermaidPicture } from './mermaidPicture';
import { pngOf } from './pngOf';
import { svgOvn } from './svgOvn';
import { svgPicture } from './svgPicture';
import type { Palette } from './svgSheet';

/** What is on screen. */
export interface Shown {
  readonly view: View;
  readonly graph: NetworkGraph;
  readonly diagnosis: Diagnosis;
  readonly options: PictureOptions;
  readonly picture: Picture;
  readonly layout: Layout;
  /** Entity id; '' for none. */
  readonly selection: string;
}

export interface ExportedFile {
  readonly content: Blob;
  readonly name: string;
}

type Table = Iterable<readonly string[]>;

interface Drawn {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const blobOf = (content: string, type: string): Blob =>
  new Blob([content], { type: `${type};charset=utf-8` });

const nodeOf = ({ graph, options, selection }: Shown): string =>
  ovnNode(graph, options.scope, selection);

const drawn = (shown: Shown, palette: Palette, { t, say }: Words): Drawn => {
  if (shown.view === 'ovn') {
    const node = nodeOf(shown);
    const drawing = ovnDrawing(ovnView(shown.graph, node));
    return { svg: svgOvn(drawing, palette, node, say), ...ovnBounds(drawing, ovnWidth(say)) };
  }
  const { picture, layout } = shown;
  return { svg: svgPicture(picture, layout, palette, t('VM Networks'), say), ...layout.bounds };
};

function* elementTable(shown: Shown, { t, say }: Words): Table {
  yield [
    t('Kind'),
    t('Name'),
    t('Node, project or VM'),
    t('State'),
    t('Reason'),
    t('VLAN'),
    t('MTU'),
    t('Towards the switch'),
    t('Towards the VM'),
  ];
  const { graph, diagnosis, options } = shown;
  yield* cellsOf(graph, rowsInView(graph, diagnosis, options), say);
}

const coverageTable = ({ graph, diagnosis, options }: Shown, { t, say }: Words): Table =>
  coverageCells(graph, coverageRows(graph, findingIndex(diagnosis), options), {
    say,
    stateWord: (state) => stateName(state, t),
    network: t('Network'),
    vlan: t('VLAN'),
  });

function* portTable(shown: Shown, { t }: Words): Table {
  const view = ovnView(shown.graph, nodeOf(shown));
  yield [t('Towards the switch'), t('Towards the VM'), t('Ports'), t('Addresses'), t('VLAN')];
  for (const edge of view.edges.values()) {
    const { wire, vm, ports, addresses, vlan } = ovnCells(view, edge);
    yield [wire, vm, ports, addresses, vlan];
  }
}

const tableOf = (shown: Shown, words: Words): Table => {
  switch (shown.view) {
    case 'coverage':
      return coverageTable(shown, words);
    case 'ovn':
      return portTable(shown, words);
    default:
      return elementTable(shown, words);
  }
};

/** What the file is of, for its name. */
const subjectOf = (shown: Shown): string => {
  switch (shown.view) {
    case 'coverage':
      return 'vm-networks-coverage';
    case 'ovn':
      return `vm-networks-ovn-${nodeOf(shown)}`;
    default:
      return 'vm-networks';
  }
};

/**
 * @param palette colours of the drawing
 * @throws when the browser cannot draw a PNG of it
 */
export const exportFile = async (
  format: ExportFormat,
  shown: Shown,
  palette: Palette,
  words: Words,
): Promise<ExportedFile> => {
  const subject = subjectOf(shown);
  switch (format) {
    case 'svg': {
      const { svg } = drawn(shown, palette, words);
      return { content: blobOf(svg, 'image/svg+xml'), name: `${subject}.svg` };
    }
    case 'png': {
      const { svg, width, height } = drawn(shown, palette, words);
      return { content: await pngOf(svg, width, height), name: `${subject}.png` };
    }
    case 'mermaid': {
      const diagram = mermaidPicture(shown.picture, words.say);
      return { content: blobOf(diagram, 'text/plain'), name: `${subject}.mmd` };
    }
    case 'csv':
      return {
        content: blobOf(csvText(tableOf(shown, words)), 'text/csv'),
        name: `${subject}.csv`,
      };
  }
};
