import { escape } from '../markup.js';
import { drawing, openXmlPackage, references, type Part } from './open-xml.js';
import { zip } from './zip.js';

const presentation = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const contentType = 'application/vnd.openxmlformats-officedocument.presentationml';
const namespaces = `${drawing} ${references} ${presentation}`;

/** What a slide shows as a link, and where that leads. */
type SlideLink = readonly [text: string, address: string];

/** A `.pptx` of one slide with a title and links. A slide needs a layout, a layout a master, and a master a theme. */
export function slideDeck(title: string, links: readonly SlideLink[] = []): Uint8Array {
  const parts = [
    part('presentation.xml', 'presentation.main', renderPresentation()),
    part('slides/slide1.xml', 'slide', slideLike('p:sld', titleBox(title) + linkBox(links), '')),
    part('slideLayouts/slideLayout1.xml', 'slideLayout', slideLike('p:sldLayout', '', '')),
    part('slideMasters/slideMaster1.xml', 'slideMaster', slideLike('p:sldMaster', '', masterEnd)),
    theme,
  ];
  return zip(
    openXmlPackage(title, 'ppt/presentation.xml', parts, {
      'ppt/presentation.xml': [
        ['slideMaster', 'slideMasters/slideMaster1.xml'],
        ['slide', 'slides/slide1.xml'],
      ],
      'ppt/slides/slide1.xml': [
        ['slideLayout', '../slideLayouts/slideLayout1.xml'],
        ...links.map(([, address]) => ['hyperlink', address] as const),
      ],
      'ppt/slideLayouts/slideLayout1.xml': [['slideMaster', '../slideMasters/slideMaster1.xml']],
      'ppt/slideMasters/slideMaster1.xml': [
        ['slideLayout', '../slideLayouts/slideLayout1.xml'],
        ['theme', '../theme/theme1.xml'],
      ],
    }),
  );
}

function part(name: string, kind: string, xml: string): Part {
  return { name: `ppt/${name}`, contentType: `${contentType}.${kind}+xml`, xml };
}

function renderPresentation(): string {
  const masters = '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>';
  const slides = '<p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst>';
  const sizes = '<p:sldSz cx="9144000" cy="5143500"/><p:notesSz cx="6858000" cy="9144000"/>';
  return `<p:presentation ${namespaces}>${masters}${slides}${sizes}</p:presentation>`;
}

function slideLike(name: string, shapes: string, end: string): string {
  const group = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';
  const common = `<p:cSld><p:spTree>${group}${shapes}</p:spTree></p:cSld>`;
  const colours = name === 'p:sldMaster' ? end : '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>';
  return `<${name} ${namespaces}>${common}${colours}</${name}>`;
}

function titleBox(title: string): string {
  return box('<p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr>', 2, [run(title)]);
}

/** The first relationship of the slide is its layout. */
function linkBox(links: readonly SlideLink[]): string {
  if (links.length === 0) return '';
  const runs = links.map(([text], index) => run(text, `<a:hlinkClick r:id="rId${index + 2}"/>`));
  return box('<p:cNvSpPr txBox="1"/><p:nvPr/>', 3, runs);
}

function run(text: string, properties = ''): string {
  return `<a:r><a:rPr lang="en-US" sz="2800">${properties}</a:rPr><a:t>${escape(text)}</a:t></a:r>`;
}

/** A shape of so many paragraphs, one below the other by its number. */
function box(kind: string, number: number, paragraphs: readonly string[]): string {
  const names = `<p:nvSpPr><p:cNvPr id="${number}" name="Text ${number}"/>${kind}</p:nvSpPr>`;
  const place = `<a:xfrm><a:off x="457200" y="${(number - 2) * 1371600 + 457200}"/><a:ext cx="8229600" cy="914400"/></a:xfrm>`;
  const shape = `<p:spPr>${place}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`;
  const text = paragraphs.map((paragraph) => `<a:p>${paragraph}</a:p>`).join('');
  return `<p:sp>${names}${shape}<p:txBody><a:bodyPr/><a:lstStyle/>${text}</p:txBody></p:sp>`;
}

const accents = [1, 2, 3, 4, 5, 6].map((number) => `accent${number}="accent${number}"`).join(' ');
const masterEnd = [
  `<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" ${accents} hlink="hlink" folHlink="folHlink"/>`,
  '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>',
].join('');

const colourNames = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
];
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
const font = '<a:latin typeface="Segoe UI"/><a:ea typeface=""/><a:cs typeface=""/>';

const theme: Part = {
  name: 'ppt/theme/theme1.xml',
  contentType: 'application/vnd.openxmlformats-officedocument.theme+xml',
  xml: [
    `<a:theme ${drawing} name="Demo"><a:themeElements><a:clrScheme name="Demo">`,
    ...[...colourNames, 'hlink', 'folHlink'].map(
      (name) => `<a:${name}><a:srgbClr val="${colourOf(name)}"/></a:${name}>`,
    ),
    `</a:clrScheme><a:fontScheme name="Demo"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme>`,
    `<a:fmtScheme name="Demo"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst>`,
    `<a:lnStyleLst>${`<a:ln w="9525">${fill}</a:ln>`.repeat(3)}</a:lnStyleLst>`,
    `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst>`,
    '</a:fmtScheme></a:themeElements></a:theme>',
  ].join(''),
};

function colourOf(name: string): string {
  if (name.startsWith('lt')) return 'FFFFFF';
  return name.startsWith('dk') ? '1F1F1F' : '0F6CBD';
}
