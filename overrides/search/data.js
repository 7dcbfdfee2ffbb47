// Loads the files of the search index by script elements, which work from a disk and under a strict policy, and reads them:
// window.dcSearchData is what the files call, window.dcSearchFiles what the engine asks.  Their form: hooks/disclosure/search/.
(function () {
  'use strict';
  const HERE = document.currentScript.src.replace(/[?#].*$/, '').replace(/[^/]*$/, '');
  const DATA = HERE + '../../search/data/';
  const PATIENCE = 20000;
  // Signs of files that are kept; what is made of them takes up to forty bytes a sign.
  const MEMORY = 6000000;
  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const VALUES = new Int8Array(128).fill(-1);
  const expected = new Map();
  let edition = null;
  let indexPromise = null;

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
    return Boolean(index) && typeof index.version === 'string' && typeof index.lengths === 'string' && typeof index.past === 'string' && Array.isArray(index.fields);
  }

  function loadIndex(suffix) {
    return run(DATA + 'index.js' + suffix, 'index').then(function (index) {
      if (!isIndex(index)) {
        throw fault('damaged', 'index.js');
      }
      if (!edition || edition.index.version !== index.version) {
        edition = { index: index, lengths: bodyLengths(index), past: new Set(pastEntries(index)), files: new Map(), size: 0, firsts: {} };
        ['terms', 'grams', 'ends'].forEach(function (table) {
          edition.firsts[table] = index[table] ? index[table].split('\n') : [];
        });
      }
      return edition;
    });
  }

  // The edition that is published now; the other functions want it.
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

  function decodeFirsts(payload) {
    return payload.split('\n');
  }

  // The number of the file of a table (terms, grams, ends) that has the last line not after `text`; -1 if none has.
  // Of grams and ends there are so many that where they begin stands in files of its own (gi, ei).
  function shardOf(files, table, text) {
    const place = placeOf(files.firsts[table], text);
    if (table === 'terms' || place < 0) {
      return Promise.resolve(place);
    }
    return read(files, table.charAt(0) + 'i' + place, decodeFirsts).then(function (firsts) {
      return place * files.index.table + placeOf(firsts, text);
    });
  }

  // The last line of a table that is not after `text`: {name, data, decoded}; null if there is none.
  // Files begin at the shortest text that tells them from what is before, so the line sought may be of the file before;
  // but such a line is neither `text` nor its beginning, which is all that is asked for.
  function floor(files, table, text) {
    return shardOf(files, table, text).then(function (number) {
      return number < 0 ? null : read(files, table.charAt(0) + number, decodeShard).then(function (shard) {
        const place = placeOf(shard.names, text);
        return place < 0 ? null : { name: shard.names[place], data: shard.data[place], decoded: shard.decoded };
      });
    });
  }

  // The same as `decode` reads its numbers, remembered as long as its file.
  function decoded(line, decode) {
    if (!line.decoded.has(line.name)) {
      line.decoded.set(line.name, decode(numbers(line.data)));
    }
    return line.decoded.get(line.name);
  }

  // {common, entries, titles, and of each cell (entry × field): cellEntry, cellField, cellCount, cellLength}.
  function decodePosting(fields) {
    const body = fields.length - 1;
    return function (numbers) {
      const posting = {
        common: numbers[0] === 1, entries: [], titles: [], cellEntry: [], cellField: [], cellCount: [], cellLength: [], values: null
      };
      let entry = 0;
      let i = 1;
      while (i < numbers.length) {
        const isRich = numbers[i] & 1;
        entry += numbers[i] >> 1;
        const mask = isRich ? numbers[i + 1] : 1 << body;
        i += 1 + isRich;
        posting.entries.push(entry);
        if (mask & 1) {
          posting.titles.push(entry);
        }
        for (let field = 0; field <= body; field += 1) {
          if (mask >> field & 1) {
            posting.cellEntry.push(entry);
            posting.cellField.push(field);
            posting.cellCount.push(numbers[i]);
            posting.cellLength.push(field === body ? -1 : numbers[i + 1]);
            i += field === body ? 1 : 2;
          }
        }
      }
      if (i !== numbers.length) {
        throw fault('damaged', '');
      }
      return posting;
    };
  }

  // The posting of a term; null if it is nowhere.
  function posting(edition, term) {
    return floor(edition, 'terms', term).then(function (line) {
      return line && line.name === term ? decoded(line, decodePosting(edition.index.fields)) : null;
    });
  }

  // The number of tokens in the body of each entry.
  function bodyLengths(index) {
    const lengths = numbers(index.lengths);
    return lengths.map(function (step, i) {
      lengths[i] = i % index.chunk ? lengths[i - 1] + step : step;
      return lengths[i];
    });
  }

  // The entries that are no longer in force.
  function pastEntries(index) {
    let entry = 0;
    return numbers(index.past).map(function (gap) {
      entry += gap;
      return entry;
    });
  }

  window.dcSearchFiles = {
    fault: fault, current: current, isOutdated: isOutdated, read: read, numbers: numbers, floor: floor, decoded: decoded, posting: posting
  };
})();
