// Loads the files of the search index by <script> elements, which work from a disk and under a strict policy, and reads them:
// window.dcSearchData is what the files call, window.dcSearchFiles what the engine asks.  Their form: hooks/disclosure/search/.
(function () {
  'use strict';
  const HERE = document.currentScript.src.replace(/[?#].*$/, '').replace(/[^/]*$/, '');
  const DATA = HERE + '../../search/data/';
  const PATIENCE = 20000;
  const MEMORY = 24000000;
  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const VALUES = new Int8Array(128).fill(-1);
  const expected = new Map();
  let edition = null;
  let indexPromise = null;
  let lunrPromise = null;

  for (let value = 0; value < 64; value += 1) {
    VALUES[DIGITS.charCodeAt(value)] = value;
  }

  function fault(kind, file) {
    return { kind: kind, file: file };
  }

  // The element is what tells files apart: another edition has files of the same names.
  window.dcSearchData = function (name, payload) {
    const call = expected.get(document.currentScript);
    if (call && call.name === name) {
      call.payload = payload;
    }
  };

  // Runs the script at `address`; what it gave for `name`, or a fault.
  function run(address, name) {
    return new Promise(function (resolve, reject) {
      const script = document.createElement('script');
      const call = { name: name, payload: undefined };
      const timer = window.setTimeout(function () { end(fault('offline', address)); }, PATIENCE);
      function end(wrong) {
        window.clearTimeout(timer);
        expected.delete(script);
        script.onload = script.onerror = null;
        script.remove();
        if (wrong) {
          reject(wrong);
        } else {
          resolve(call.payload);
        }
      }
      script.onload = function () { end(); };
      script.onerror = function () { end(fault(navigator.onLine === false ? 'offline' : 'damaged', address)); };
      script.async = true;
      script.setAttribute('data-dc-script', '');
      script.src = address;
      expected.set(script, call);
      document.head.appendChild(script);
    });
  }

  function isIndex(index) {
    return Boolean(index) && typeof index.version === 'string' && Array.isArray(index.fields);
  }

  function loadIndex(suffix) {
    return run(DATA + 'index.js' + suffix, 'index').then(function (index) {
      if (!isIndex(index)) {
        throw fault('damaged', 'index.js');
      }
      if (!edition || edition.index.version !== index.version) {
        edition = { index: index, files: new Map(), size: 0, firsts: {} };
        ['terms', 'grams', 'ends'].forEach(function (table) {
          edition.firsts[table] = index[table] ? index[table].split('\n') : [];
        });
      }
      return edition;
    });
  }

  // What is published now: {index, …}, to be handed to `read` and `find`.
  function current() {
    if (!indexPromise) {
      indexPromise = loadIndex('');
      indexPromise.catch(function () { indexPromise = null; });
    }
    return indexPromise;
  }

  // After a file was missing or damaged: nothing of the edition is believed any more, and index.js is asked past all caches.
  // Whether the site has been published anew meanwhile; then `current` gives the new edition.
  function isOutdated(old) {
    const renewed = loadIndex('?' + Date.now());
    old.files.clear();
    old.size = 0;
    return renewed.then(function (now) {
      indexPromise = renewed;
      return now !== old;
    }, function () { return false; });
  }

  function forget(files, name) {
    const file = files.files.get(name);
    if (file) {
      files.files.delete(name);
      files.size -= file.size;
    }
  }

  // The file `name` of an edition, as `decode` reads it; kept, but the oldest make room.
  function read(files, name, decode) {
    const known = files.files.get(name);
    if (known) {
      files.files.delete(name);
      files.files.set(name, known);
      return known.promise;
    }
    const file = { size: 0, promise: null };
    file.promise = run(DATA + files.index.version + '/' + name + '.js', name).then(function (payload) {
      file.size = typeof payload === 'string' ? payload.length : JSON.stringify(payload || '').length;
      files.size += file.size;
      const decoded = decode(payload);
      files.files.forEach(function (each, other) {
        if (files.size > MEMORY && each.size && each !== file) {
          forget(files, other);
        }
      });
      return decoded;
    }).catch(function (wrong) {
      forget(files, name);
      throw wrong.kind === 'offline' ? wrong : fault('damaged', name);
    });
    files.files.set(name, file);
    return file.promise;
  }

  // The numbers in `text`, five bits a sign, lowest first.
  function numbers(text) {
    const found = [];
    let value = 0;
    let weight = 1;
    for (let i = 0; i < text.length; i += 1) {
      const digit = VALUES[text.charCodeAt(i) & 127];
      if (digit < 0 || text.charCodeAt(i) > 127) {
        throw fault('damaged', text.slice(0, 20));
      }
      value += (digit & 31) * weight;
      if (digit & 32) {
        weight *= 32;
      } else {
        found.push(value);
        value = 0;
        weight = 1;
      }
    }
    if (weight !== 1) {
      throw fault('damaged', text.slice(-20));
    }
    return found;
  }

  // The last place in `sorted` whose text is not after `text`; -1 if all are.
  function placeOf(sorted, text) {
    let low = -1;
    let high = sorted.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= text) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  function decodeShard(payload) {
    const shard = { names: [], data: [], decoded: new Map() };
    payload.split('\n').forEach(function (line) {
      if (line) {
        const tab = line.indexOf('\t');
        if (tab < 0) {
          throw fault('damaged', '');
        }
        shard.names.push(line.slice(0, tab));
        shard.data.push(line.slice(tab + 1));
      }
    });
    return shard;
  }

  // The last line of a table (terms, grams, ends) that is not after `text`: {name, data: numbers}; null if there is none.
  function floor(files, table, text) {
    const number = placeOf(files.firsts[table], text);
    if (number < 0) {
      return Promise.resolve(null);
    }
    const name = table.charAt(0) + number;
    return read(files, name, decodeShard).then(function (shard) {
      const place = placeOf(shard.names, text);
      if (place < 0) {
        throw fault('damaged', name);
      }
      return { name: shard.names[place], data: shard.data[place], decoded: shard.decoded };
    });
  }

  // The same as `decode` reads its numbers, remembered as long as its file.
  function decoded(line, decode) {
    if (!line.decoded.has(line.name)) {
      line.decoded.set(line.name, decode(numbers(line.data)));
    }
    return line.decoded.get(line.name);
  }

  // lunr.js, which lies beside this script.
  function lunr() {
    if (!lunrPromise) {
      lunrPromise = run(HERE + 'lunr.js', 'lunr').then(function () {
        if (!window.lunr) {
          throw fault('damaged', 'lunr.js');
        }
        return window.lunr;
      });
      lunrPromise.catch(function () { lunrPromise = null; });
    }
    return lunrPromise;
  }

  window.dcSearchFiles = {
    current: current, isOutdated: isOutdated, read: read, numbers: numbers, floor: floor, decoded: decoded, lunr: lunr, fault: fault
  };
})();
