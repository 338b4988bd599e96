import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Block, type Brief, EDITOR_NOTE, type Run } from '../../core/brief/brief.ts'
import { type Links, linkOf } from '../../core/brief/links.ts'

/**
 * The brief as a Word document. In Arabic every paragraph, run and table is marked right-to-left, and the
 * font named holds Arabic and Latin alike: a font cut to its Arabic part shows digits as boxes.
 *
 * The bytes hold no time of making, so that the same brief gives the same text; Word's own packaging may
 * still differ in the order of its parts.
 */
export async function briefToDocx(b: Brief, links: Links): Promise<Uint8Array> {
  const rtl = b.locale === 'ar'
  const paragraph = (runs: readonly Run[], more: object = {}) =>
    new Paragraph({
      bidirectional: rtl,
      spacing: { after: 80 },
      children: runs.map(r => runOf(r, b, links)),
      ...more,
    })
  const children: (Paragraph | Table)[] = [
    paragraph([{ text: b.title }], { heading: HeadingLevel.TITLE }),
    ...b.header.map(([label, value]) =>
      paragraph([{ text: `${label}: `, strong: true }, { text: value }], { spacing: { after: 20 } }),
    ),
    ...b.sections.flatMap(s => [
      paragraph([{ text: s.title }], {
        heading: HeadingLevel.HEADING_1,
        keepNext: true,
        spacing: { before: 240, after: 80 },
      }),
      ...s.blocks.flatMap(block => blockOf(block, paragraph, b)),
    ]),
  ]
  const font = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Arial' }
  const document = new Document({
    title: b.title,
    styles: {
      default: {
        document: { run: { font, size: 21, language: { value: 'en-GB', bidirectional: 'ar-SY' } } },
        title: { run: { font, size: 36, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: { run: { font, size: 26, bold: true, color: '1B2430' } },
      },
    },
    sections: [
      {
        properties: { page: { margin: { top: 1000, bottom: 1000, left: 900, right: 900 } } },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children,
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function blockOf(
  block: Block,
  paragraph: (runs: readonly Run[], more?: object) => Paragraph,
  b: Brief,
): (Paragraph | Table)[] {
  const rtl = b.locale === 'ar'
  switch (block.kind) {
    case 'sentence':
      return [paragraph(block.runs)]
    case 'note':
      return [
        paragraph([{ text: `${EDITOR_NOTE[b.locale]}: `, strong: true }, ...block.runs], {
          indent: { start: 300 },
        }),
      ]
    case 'list':
      return block.items.map(i => paragraph(i, { bullet: { level: 0 }, spacing: { after: 40 } }))
    case 'table': {
      const line = { style: BorderStyle.SINGLE, size: 4, color: 'C9D1DA' }
      const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
      const cell = (p: Paragraph) =>
        new TableCell({ children: [p], margins: { top: 40, bottom: 40, left: 80, right: 80 } })
      return [
        new Table({
          visuallyRightToLeft: rtl,
          width: { size: 100, type: WidthType.PERCENTAGE },
          borders: {
            top: line,
            bottom: line,
            left: none,
            right: none,
            insideHorizontal: line,
            insideVertical: none,
          },
          rows: [
            new TableRow({
              tableHeader: true,
              children: block.columns.map(c => cell(paragraph([{ text: c, strong: true }]))),
            }),
            ...block.rows.map(
              r => new TableRow({ cantSplit: true, children: r.map(c => cell(paragraph(c))) }),
            ),
          ],
        }),
        paragraph([{ text: '' }]),
      ]
    }
  }
}

function runOf(r: Run, b: Brief, links: Links): TextRun | ExternalHyperlink {
  const href = linkOf(r, b, links)
  const run = new TextRun({
    text: r.text,
    rightToLeft: b.locale === 'ar' && /[\u0590-\u08ff]/.test(r.text),
    ...(r.strong && { bold: true }),
    ...(href && { style: 'Hyperlink' }),
  })
  return href ? new ExternalHyperlink({ link: href, children: [run] }) : run
}
