// Runs the search's scripts without a browser.  One JSON object a line comes in, one goes out:
//   {site, script}               a new page: the folder of the site (or `files`: path → text), the script that it names
//   {amend}                      files of the open page that change (null: gone); `online`: whether the browser thinks it is
//   {call, values}               what a function of window.* gives ("dcSearch.search"), or {fault}
//   {lunr: {fields, boosts, documents}, script, queries: [{terms, fields}]}
//                                one whole lunr index over given tokens: of each query entry → score
'use strict';
const fs = require('fs');
const path = require('path');
const readline = require('readline');
const vm = require('vm');

const compiled = new Map();
let page = null;

function scriptOf(file, text) {
  if (!compiled.has(file)) {
    compiled.set(file, new vm.Script(text, { filename: file }));
  }
  return compiled.get(file);
}

function open(order) {
  const requests = [];
  const files = Object.assign({}, order.files);
  const read = (name) => {
    if (name in files) {
      return files[name];
    }
    const file = path.join(order.site, name);
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
  };
  const document = { currentScript: null };
  const window = { document, navigator: { onLine: order.online !== false }, setTimeout, clearTimeout, console };
  window.window = window;
  const context = vm.createContext(window);
  const run = (element, script) => {
    document.currentScript = element;
    try {
      script.runInContext(context);
    } finally {
      document.currentScript = null;
    }
  };
  document.createElement = () => ({ setAttribute() {}, remove() {} });
  document.head = {
    appendChild(element) {
      const address = new URL(element.src);
      const name = address.pathname.slice(1);
      requests.push(name + address.search);
      const text = read(name);
      setImmediate(() => {
        if (text === null) {
          element.onerror && element.onerror();
          return;
        }
        try {
          run(element, name.startsWith('assets/') ? scriptOf(name, text) : new vm.Script(text, { filename: name }));
        } catch (error) {
          // A browser says so in its console, and the script counts as loaded.
        }
        element.onload && element.onload();
      });
    },
  };
  run({ src: 'file:///' + order.script }, scriptOf(order.script, read(order.script)));
  page = { window, requests, files, answers: [] };
  return true;
}

function amend(order) {
  Object.assign(page.files, order.amend);
  page.window.navigator.onLine = order.online !== false;
  return true;
}

async function call(order) {
  const [owner, name] = order.call.split('.');
  const before = page.requests.length;
  let value;
  try {
    const values = order.values.map((each) => (each && each.answer !== undefined ? page.answers[each.answer] : each));
    value = await page.window[owner][name](...(order.result === undefined ? values : [values[0].results[order.result], values[0]]));
  } catch (wrong) {
    if (!wrong.kind) {
      throw wrong;
    }
    return { fault: wrong, requests: page.requests.slice(before) };
  }
  page.answers.push(value);
  return { value, answer: page.answers.length - 1, requests: page.requests.slice(before) };
}

function whole(order) {
  const lunr = require(order.script);
  const builder = new lunr.Builder();
  builder.ref('id');
  order.lunr.fields.forEach((field, i) => builder.field(field, { boost: order.lunr.boosts[i] }));
  order.lunr.documents.forEach((fields, id) => {
    const document = { id };
    order.lunr.fields.forEach((field, i) => {
      document[field] = fields[i];
    });
    builder.add(document);
  });
  const index = builder.build();
  return order.queries.map((asked) => {
    const found = index.query((query) => {
      asked.terms.forEach((term) => query.term(term, { fields: asked.fields, usePipeline: false }));
    });
    return found.map((each) => [Number(each.ref), each.score]);
  });
}

function done(order) {
  return order.call ? call(order) : order.lunr ? whole(order) : order.amend ? amend(order) : open(order);
}

let busy = Promise.resolve();
readline.createInterface({ input: process.stdin }).on('line', (line) => {
  busy = busy.then(() => done(JSON.parse(line))).catch((error) => ({ crash: String(error && error.stack) })).then((said) => {
    process.stdout.write(JSON.stringify(said) + '\n');
  });
});
