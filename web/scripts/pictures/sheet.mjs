// Paper and brushes: every shape of a picture is a string of SVG made here.
//
// Contract: a picture is one SVG of 200 × 200, without text, style, script or anything from outside, so that it may be shown
// under the strictest Content-Security-Policy. Light falls from the upper left.

const short = (value) =>
  typeof value === 'number' ? String(+value.toFixed(Math.abs(value) < 2 ? 2 : 1)).replace(/^(-?)0\./, '$1.') : value;

/** Coordinates of a path, written short: d`M${x} ${y}`. */
export const d = (strings, ...values) => String.raw({ raw: strings }, ...values.map(short));

const written = ([key, value]) => {
  const text = String(short(value));
  const tight = key === 'd' ? text.replace(/ -/g, '-') : text.replace(/^0\./, '.');
  return ` ${key}="${tight}"`;
};

const tag = (name, attributes, content) => {
  const all = Object.entries(attributes)
    .filter(([key, value]) => value !== undefined && !(value === 0 && /^c?[xy]$/.test(key)))
    .map(written)
    .join('');
  return content === undefined ? `<${name}${all}/>` : `<${name}${all}>${content}</${name}>`;
};

export const ellipse = (cx, cy, rx, ry, fill, opacity) => tag('ellipse', { cx, cy, rx, ry, fill, opacity });
export const circle = (cx, cy, r, fill, opacity) => tag('circle', { cx, cy, r, fill, opacity });
export const path = (shape, fill, opacity) => tag('path', { d: shape, fill, opacity });
export const rect = (x, y, width, height, rx, fill, opacity) => tag('rect', { x, y, width, height, rx, fill, opacity });

/** A brush stroke with round ends. */
export const stroke = (shape, colour, width, opacity) =>
  tag('path', {
    d: shape,
    fill: 'none',
    stroke: colour,
    'stroke-width': width,

    opacity,
  });

export const ring = (cx, cy, rx, ry, colour, width, opacity) =>
  tag('ellipse', { cx, cy, rx, ry, fill: 'none', stroke: colour, 'stroke-width': width, opacity });

/** Rows of numbers written as text: 'x,y x,y' → [[x, y], [x, y]]. */
export const rows = (text) => text.split(' ').map((row) => row.split(',').map(Number));

/** Many small dots in one element: grains, powder, bubbles. */
export const dots = (places, size, colour, opacity) =>
  stroke(
    (typeof places === 'string' ? rows(places) : places).map(([x, y]) => d`M${x} ${y}h0`).join(''),
    colour,
    size,
    opacity,
  );

/** Shapes with round corners: the outline is as thick as the corners are round. */
export const soft = (shape, colour, corner, opacity) =>
  tag('path', { d: shape, fill: colour, stroke: colour, 'stroke-width': corner, opacity });

export const placed = (x, y, turn, scale, ...shapes) => {
  const moves = [
    `translate(${short(x)} ${short(y)})`,
    turn && `rotate(${short(turn)})`,
    scale !== 1 && `scale(${short(scale)})`,
  ];
  return tag('g', { transform: moves.filter(Boolean).join('') }, shapes.flat(9).join(''));
};

/** The sheet one picture is painted on: it keeps the gradients and clips that the shapes refer to. */
export class Sheet {
  #defs = new Map();

  #define(name, attributes, content) {
    const key = JSON.stringify([name, attributes, content]);
    const id = this.#defs.get(key)?.id ?? String.fromCharCode(97 + this.#defs.size);
    this.#defs.set(key, { id, definition: tag(name, { id, ...attributes }, content) });
    return id;
  }

  /** Stops are [place, colour, opacity]; a bare colour is placed evenly. */
  #stops(stops) {
    return stops
      .map((stop, index) => (Array.isArray(stop) ? stop : [index / (stops.length - 1), stop]))
      .map(
        ([offset, colour, opacity]) =>
          `<stop${offset ? ` offset="${String(+offset.toFixed(2)).replace(/^0\./, '.')}"` : ''} ` +
          `stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${short(opacity)}"`}/>`,
      )
      .join('');
  }

  down(...stops) {
    return `url(#${this.#define('linearGradient', { x2: '0', y2: '1' }, this.#stops(stops))})`;
  }

  across(...stops) {
    return `url(#${this.#define('linearGradient', {}, this.#stops(stops))})`;
  }

  round(...stops) {
    return `url(#${this.#define('radialGradient', { cx: '.36', cy: '.3', r: '.8' }, this.#stops(stops))})`;
  }

  inside(shape, ...shapes) {
    return tag('g', { 'clip-path': `url(#${this.#define('clipPath', {}, path(shape))})` }, shapes.flat(9).join('\n'));
  }

  /** What is painted more than once is defined once. */
  #repeated(painting) {
    const group = /<g( transform="[^"]*")>((?:(?!<\/?g\b).)+)<\/g>/g;
    const counts = new Map();
    for (const [, , content] of painting.matchAll(group)) counts.set(content, (counts.get(content) ?? 0) + 1);
    return painting.replace(group, (whole, transform, content) =>
      counts.get(content) > 1 ? `<use href="#${this.#define('g', {}, content)}"${transform}/>` : whole,
    );
  }

  /** The finished picture: a tile in the family's colours [light, middle, table] and what stands on it. */
  finished([light, middle, table], shapes) {
    const tile = rect(0, 0, 200, 200, 40, this.round(light, middle));
    const top = path('M0 138Q100 120 200 138V160A40 40 0 0 1 160 200H40A40 40 0 0 1 0 160Z', table);
    const painting = this.#repeated([tile, top, ...shapes.flat(9).filter(Boolean)].join('\n'));
    const defs = [...this.#defs.values()].map(({ definition }) => definition);
    const root = 'viewBox="0 0 200 200" stroke-linecap="round" stroke-linejoin="round"';
    return `<svg xmlns="http://www.w3.org/2000/svg" ${root}>\n<defs>\n${defs.join('\n')}\n</defs>\n${painting}\n</svg>\n`;
  }
}
