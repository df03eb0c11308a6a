/** The data, its words, and how elements are made of them. */
export const elements = `
const data = JSON.parse(document.getElementById('data').textContent);
const numbers = new Intl.NumberFormat(data.language);
const count = (value) => numbers.format(value);
const say = (word, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace('{' + name + '}', () => value), data.words[word]);

/** An element with attributes and children; strings become text, null is left out. */
const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.flat(Infinity).filter((child) => child !== null));
  return element;
};

/** A link where clicking asks a web server; angle brackets mean that the address holds what cannot be seen. */
const makeAddress = (text) =>
  /^https?:[/][/][^<>]*$/i.test(text)
    ? make('a', { href: text, target: '_blank', rel: 'noreferrer noopener' }, text)
    : make('code', {}, text);
`;
