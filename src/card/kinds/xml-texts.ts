import { SaxesParser } from 'saxes';

/**
 * The text of each element without children, by its local name; the first one counts. Null for what is not
 * well-formed, and for a document type: entities are never declared here, and nothing outside is fetched.
 */
export function readXmlTexts(xml: string): ReadonlyMap<string, string> | null {
  const texts = new Map<string, string>();
  const parser = new SaxesParser({ xmlns: true });
  let isRefused = false;
  let text = '';
  parser.on('error', () => {
    isRefused = true;
  });
  parser.on('doctype', () => {
    isRefused = true;
  });
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', ({ local }) => {
    if (text.trim() !== '' && !texts.has(local)) texts.set(local, text.trim());
    text = '';
  });
  parser.write(xml).close();
  return isRefused ? null : texts;
}
