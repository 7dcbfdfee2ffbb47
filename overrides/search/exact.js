// Where runs of items stand exactly, from grams and ends (hooks/disclosure/search/README.md); window.dcSearchExact.
(function () {
  'use strict';
  const files = window.dcSearchFiles;
  const words = window.dcSearchWords;
  const STRIDE = 67108864;

  // {common: true, entries, titles}, or {places: [entry × STRIDE + position, …]}.
  function decodeGram(numbers) {
    const gram = { common: numbers[0] === 1, entries: [], titles: [], places: [] };
    if (!gram.common && numbers.length % 2 === 0) {
      throw files.fault('damaged', '');
    }
    let entry = 0;
    let position = 0;
    for (let i = 1; i < numbers.length; i += gram.common ? 1 : 2) {
      if (gram.common) {
        entry += numbers[i] >> 1;
        gram.entries.push(entry);
        if (numbers[i] & 1) {
          gram.titles.push(entry);
        }
      } else {
        position = i > 1 && numbers[i] === 0 ? position + numbers[i + 1] : numbers[i + 1];
        entry += numbers[i];
        gram.places.push(entry * STRIDE + position);
      }
    }
    return gram;
  }

  // How many items the rare gram `name` has, which `text`, the term of `items` from `start` on, begins with; 0 if it does not.
  function lengthIn(items, start, name, join) {
    for (let length = 2; start + length <= items.length; length += 1) {
      const term = join(length);
      if (term.length >= name.length) {
        return term === name ? length : 0;
      }
    }
    return 0;
  }

  // The gram that begins at item `start`: {gram, start, end}; null if the items from there stand nowhere.
  function beginning(edition, items, start) {
    const text = words.joined(items, start, items.length);
    return files.floor(edition, 'grams', text).then(function (line) {
      const length = line && lengthIn(items, start, line.name, function (size) { return words.joined(items, start, start + size); });
      const gram = length ? files.decoded(line, decodeGram) : null;
      return gram && (!gram.common || line.name === text) ? { gram: gram, start: start, end: start + length } : null;
    });
  }

  // The same for the rare gram that ends with the last item.
  async function ending(edition, items) {
    const size = items.length;
    const last = items[size - 1].cut ? null : await files.posting(edition, words.joined(items, size - 2, size));
    if (!last || !last.common) {
      const pair = await beginning(edition, items, size - 2);
      if (!pair || !pair.gram.common) {
        return pair;
      }
    }
    const line = await files.floor(edition, 'ends', words.reversed(items, 0, size));
    const length = line && lengthIn(items, 0, line.name, function (count) { return words.reversed(items, size - count, size); });
    return length ? { gram: files.decoded(line, decodeGram), start: size - length, end: size } : null;
  }

  // Those of the ascending `places` that have one of `others`, `distance` after it.
  function together(places, others, distance) {
    let i = 0;
    return places.filter(function (place) {
      while (i < others.length && others[i] < place + distance) {
        i += 1;
      }
      return others[i] === place + distance;
    });
  }

  async function placesOf(edition, items) {
    const first = await beginning(edition, items, 0);
    if (!first || first.gram.common || first.end === items.length) {
      return first && first.gram;
    }
    const last = await ending(edition, items);
    let places = last ? together(first.gram.places, last.gram.places, last.start) : [];
    let end = first.end;
    while (places.length && end - 1 < last.start) {
      const part = await beginning(edition, items, end - 1);
      places = part && !part.gram.common ? together(places, part.gram.places, part.start) : [];
      end = part ? part.end : end;
    }
    return { common: false, places: places };
  }

  function entriesOf(edition, places, isTitle) {
    const entries = [];
    places.forEach(function (place) {
      const entry = Math.floor(place / STRIDE);
      if ((!isTitle || place - entry * STRIDE < edition.index.zone) && entries[entries.length - 1] !== entry) {
        entries.push(entry);
      }
    });
    return entries;
  }

  // The entries, ascending, in one field of which the items stand one after another.
  async function holders(edition, items, isTitle) {
    const isTerm = items.length === 1 || (items.length === 2 && !items[1].cut);
    const found = isTerm ? await files.posting(edition, words.joined(items, 0, items.length)) : await placesOf(edition, items);
    if (!found) {
      return [];
    }
    return found.places && !found.common ? entriesOf(edition, found.places, isTitle) : isTitle ? found.titles : found.entries;
  }

  window.dcSearchExact = { holders: holders };
})();
