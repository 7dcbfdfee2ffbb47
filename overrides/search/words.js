// What is typed, and what is marked: the units of a text as hooks/disclosure/search/ cuts them, offered as window.dcSearchWords.
(function () {
  'use strict';
  // The ranges of signs.py, first and last code point by turns; what is in none of them is punctuation.
  const BLANKS = [
    0x00, 0x09, 0x0B, 0x0C, 0x0E, 0x20, 0x7F, 0x84, 0x86, 0xA0, 0xAD, 0xAD, 0x1680, 0x1680, 0x180B, 0x180E,
    0x2000, 0x200F, 0x202A, 0x202F, 0x205F, 0x206F, 0x3000, 0x3000, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xE0100, 0xE01EF
  ];
  const SIGNS = [
    0x2E80, 0x2FDF, 0x3005, 0x3007, 0x3021, 0x3029, 0x3041, 0x3096, 0x309D, 0x309F, 0x30A1, 0x30FA,
    0x30FC, 0x312F, 0x31A0, 0x31BF, 0x31F0, 0x31FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA48C,
    0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0x20000, 0x3FFFD
  ];
  const LETTERS = [
    0x61, 0x7A, 0xDF, 0xF6, 0xF8, 0x2AF, 0x300, 0x36F, 0x370, 0x37D, 0x386, 0x386, 0x388, 0x481, 0x483, 0x52F,
    0x531, 0x556, 0x561, 0x587, 0x5D0, 0x5EA, 0x620, 0x669, 0x66E, 0x6D3, 0x6D5, 0x6DC, 0x6EE, 0x6FF,
    0x900, 0x963, 0xE01, 0xE5B, 0xF18, 0xF33, 0xF40, 0xFBC, 0x1810, 0x18AA, 0x1E00, 0x1FFC
  ];
  const UNITS = new RegExp('([0-9]+)|(' + among(LETTERS) + '+)|(' + among(SIGNS) + ')|(' + among(BLANKS) + '+)|[^]', 'gu');
  const BLANK = new RegExp(among(BLANKS), 'gu');
  const RUNS = new RegExp('[0-9]+|' + among(LETTERS) + '+|' + among(SIGNS) + '+', 'gu');
  const YEAR = /^(?:19|20)[0-9]{2}$/;
  // What excludes a word: the hyphen, as an input method writes it, and the minus of mathematics.
  const MINUS = '-－\u2212';
  const QUESTION = new RegExp('([' + MINUS + ']?)(?:["“”＂]([^"“”＂]*)["“”＂]|([^\\s"“”＂]+))', 'g');
  const COMBINING = 0x300;

  function among(ranges) {
    const written = ranges.map(function (point, i) {
      return (i % 2 ? '-' : '') + '\\u{' + point.toString(16) + '}';
    });
    return '[' + written.join('') + ']';
  }

  function normalised(text) {
    return text.normalize('NFKC').toLowerCase();
  }

  // The items of a text that is normalised: {unit, run: is it digits or letters, cut: did punctuation stand before it, from, to}.
  function cutUp(text) {
    const items = [];
    let cut = false;
    let found;
    UNITS.lastIndex = 0;
    while ((found = UNITS.exec(text)) !== null) {
      if (found[1] || found[2] || found[3]) {
        items.push({ unit: found[0], run: !found[3], cut: cut, from: found.index, to: UNITS.lastIndex });
        cut = false;
      } else if (!found[4]) {
        cut = true;
      }
    }
    return items;
  }

  function itemsOf(text) {
    return cutUp(normalised(text));
  }

  // What stands between two items in a term: both signs are less than any unit's, so that terms sort like their items.
  function seam(before, cut) {
    return cut ? ',' : before.run ? '-' : '';
  }

  // The items from `start` to before `end` as a term.
  function joined(items, start, end) {
    let text = items[start].unit;
    for (let i = start + 1; i < end; i += 1) {
      text += seam(items[i - 1], items[i].cut) + items[i].unit;
    }
    return text;
  }

  // The same from the last to the first; what stands between two of them stays there.
  function reversed(items, start, end) {
    let text = items[end - 1].unit;
    for (let i = end - 2; i >= start; i -= 1) {
      text += seam(items[i + 1], items[i + 1].cut) + items[i].unit;
    }
    return text;
  }

  // What lunr is asked for: the pairs of each stretch between punctuation, or its unit if it has but one.
  function termsOf(items) {
    const terms = [];
    items.forEach(function (item, i) {
      const begins = i === 0 || item.cut;
      const ends = i + 1 === items.length || items[i + 1].cut;
      if (!ends) {
        terms.push(joined(items, i, i + 2));
      } else if (begins) {
        terms.push(item.unit);
      }
    });
    return terms;
  }

  // The keys under which the index has a 文号 or 索引号 that reads like these runs: whole (#), or from its year on ($).
  function keysOfRuns(runs) {
    const end = runs[runs.length - 1];
    if (runs.length < 2 || runs.length > 20 || !/[0-9]/.test(runs.join('')) || !/^[0-9a-z]|号$/.test(end)) {
      return [];
    }
    const short = runs.filter(function (run, i) {
      return !(i > 0 && YEAR.test(runs[i - 1]) && /^(?:年|第|年第)$/.test(run));
    });
    return ['#' + runs.join(' '), '#' + short.join(' ')].concat(YEAR.test(short[0]) ? '$' + short.join(' ') : []);
  }

  // The same for a text; blanks in it may part its runs, or may have slipped in.
  function keysOf(text) {
    const keys = [normalised(text), normalised(text).replace(BLANK, '')].map(function (each) {
      return keysOfRuns((each.match(RUNS) || []).map(function (run) { return run.replace(/^0+(?=[0-9])/, ''); }));
    });
    return Array.from(new Set(keys[0].concat(keys[1])));
  }

  // The parts of a question: {words, excluded}, each a list of {text, items, phrase}.
  function parsed(text) {
    const parts = { words: [], excluded: [] };
    const seen = {};
    let found;
    QUESTION.lastIndex = 0;
    while ((found = QUESTION.exec(text)) !== null) {
      const leading = found[1] && (found.index === 0 || /\s/.test(text.charAt(found.index - 1)));
      const phrase = found[2] !== undefined;
      const word = wordOf(phrase ? found[2] : found[3], phrase);
      if (word && leading) {
        parts.excluded.push(word);
      } else if (word && !seen[word.key + phrase]) {
        seen[word.key + phrase] = true;
        parts.words.push(word);
      }
    }
    return parts;
  }

  function wordOf(text, phrase) {
    const items = itemsOf(text);
    return items.length ? { text: text, items: items, phrase: phrase, key: joined(items, 0, items.length) } : null;
  }

  // A question of which these are the parts.
  function written(wanted, excluded) {
    const quoted = function (word) { return word.phrase ? '"' + word.text + '"' : word.text; };
    return wanted.map(quoted).concat(excluded.map(function (word) { return '-' + quoted(word); })).join(' ');
  }

  // The same word, but its items need not stand together; a minus in the quotes excluded nothing and shall not now.
  function unquoted(word) {
    const text = word.phrase ? word.text.replace(new RegExp('(^|\\s)[' + MINUS + ']+', 'g'), '$1').trim() : word.text;
    return { text: text, items: word.items, phrase: false, key: word.key };
  }

  // The items of `text` as it is shown, with their places in it; normalising may make one sign of several and several of one.
  function placed(text) {
    const starts = [];
    let plain = '';
    let place = 0;
    const clusters = [];
    Array.from(text).forEach(function (sign) {
      const last = clusters.length - 1;
      const joins = last >= 0 && sign.codePointAt(0) >= COMBINING &&
        (clusters[last] + sign).normalize('NFKC') !== clusters[last].normalize('NFKC') + sign.normalize('NFKC');
      if (joins) {
        clusters[last] += sign;
      } else {
        clusters.push(sign);
      }
    });
    clusters.forEach(function (cluster) {
      const changed = normalised(cluster);
      for (let i = 0; i < changed.length; i += 1) {
        starts.push(place);
      }
      plain += changed;
      place += cluster.length;
    });
    starts.push(place);
    return cutUp(plain).map(function (item) {
      let end = item.to;
      while (end < plain.length && starts[end] === starts[item.to - 1]) {
        end += 1;
      }
      return { unit: item.unit, run: item.run, cut: item.cut, from: starts[item.from], to: starts[end] };
    });
  }

  // Where runs stand in items: for each item 0 (no hit), 1 (hit) or 2 (hit, and the next item belongs to it).
  function hitsIn(items, runs) {
    const hits = new Uint8Array(items.length);
    runs.forEach(function (run) {
      for (let i = 0; i + run.length <= items.length; i += 1) {
        if (standsAt(items, i, run)) {
          for (let k = 0; k < run.length; k += 1) {
            hits[i + k] = Math.max(hits[i + k], k + 1 < run.length ? 2 : 1);
          }
        }
      }
    });
    return hits;
  }

  // Whether a run stands in items from `start` on; before its first item punctuation does not matter.
  function standsAt(items, start, run) {
    return run.every(function (item, k) {
      return items[start + k].unit === item.unit && (k === 0 || items[start + k].cut === item.cut);
    });
  }

  // The pieces of `text`, hits and others by turns: [{text, hit}, …].
  function mark(text, words) {
    const items = placed(text);
    const hits = hitsIn(items, words.map(itemsOf).filter(function (run) { return run.length; }));
    const pieces = [];
    let done = 0;
    function add(end, hit) {
      if (end > done) {
        pieces.push({ text: text.slice(done, end), hit: hit });
        done = end;
      }
    }
    for (let i = 0; i < items.length; i += 1) {
      if (hits[i]) {
        add(items[i].from, false);
        while (i + 1 < items.length && hits[i + 1] && (hits[i] === 2 || items[i].to === items[i + 1].from)) {
          i += 1;
        }
        add(items[i].to, true);
      }
    }
    add(text.length, false);
    return pieces;
  }

  // The words that are left when question words, longest first, are cut out of those without quotes, and what was left out:
  // {words, ignored}; null if nothing was cut, or nothing is left.
  function withoutQuestions(parts, questions) {
    const longestFirst = questions.map(normalised).sort(function (a, b) { return b.length - a.length; });
    const ignored = new Set();
    const left = [];
    const scraps = [];
    parts.forEach(function (word) {
      let pieces = [word.phrase ? word.text : normalised(word.text)];
      (word.phrase ? [] : longestFirst).forEach(function (question) {
        const cut = [];
        pieces.forEach(function (piece) { cut.push.apply(cut, piece.split(question)); });
        if (cut.length > pieces.length) {
          ignored.add(question);
          pieces = cut;
        }
      });
      const isWhole = pieces.length === 1;
      pieces.map(function (piece) { return wordOf(piece, word.phrase); }).filter(Boolean).forEach(function (piece) {
        // A sign that is left between question words (怎么办|理) asks for nothing.
        (isWhole || piece.items.length > 1 || piece.items[0].run ? left : scraps).push(piece);
      });
    });
    if (left.length) {
      scraps.forEach(function (word) { ignored.add(word.items[0].unit); });
    }
    const kept = left.length ? left : scraps;
    return ignored.size && kept.length ? { words: kept, ignored: Array.from(ignored) } : null;
  }

  function placeIn(items, run) {
    for (let i = 0; i + run.length <= items.length; i += 1) {
      if (standsAt(items, i, run)) {
        return i;
      }
    }
    return -1;
  }

  function replaced(items, run, by) {
    const place = placeIn(items, run);
    const first = { unit: by[0].unit, run: by[0].run, cut: items[place].cut };
    return items.slice(0, place).concat([first], by.slice(1), items.slice(place + run.length));
  }

  // The question with one of its words said otherwise, by groups of words that mean the same: [{words, word, to}, …].
  function saidOtherwise(parts, groups) {
    const ways = [];
    parts.forEach(function (word, number) {
      (word.phrase ? [] : groups).forEach(function (group) {
        const members = group.map(function (text) { return { text: text, items: itemsOf(text) }; });
        const held = members.filter(function (member) { return placeIn(word.items, member.items) >= 0; });
        const longest = held.sort(function (a, b) { return b.items.length - a.items.length; })[0];
        members.forEach(function (member) {
          if (longest && placeIn(word.items, member.items) < 0 && placeIn(member.items, longest.items) < 0) {
            const other = { text: member.text, items: replaced(word.items, longest.items, member.items), phrase: false };
            const all = parts.slice();
            all[number] = other;
            ways.push({ words: all, word: longest.text, to: member.text });
          }
        });
      });
    });
    return ways;
  }

  // The sentence of `text` that says most of the words: {text, share}, share being how many of their items it holds.
  function bestSentence(text, runs) {
    let best = { text: '', share: 0 };
    (text.match(/[^。！？；\n]+[。！？；]*[”』」）]*/g) || []).forEach(function (sentence) {
      const items = itemsOf(sentence);
      let share = 0;
      runs.forEach(function (run) {
        share += placeIn(items, run) >= 0 ? run.length : 0;
      });
      if (share > best.share) {
        best = { text: sentence.trim(), share: share };
      }
    });
    return best;
  }

  // The marked pieces of about `length` signs of `text`, from shortly before its first hit.
  function excerpt(text, words, length) {
    const first = mark(text, words)[0];
    const before = first && !first.hit ? first.text.length : 0;
    let start = text.length > length ? Math.max(0, Math.min(before - Math.floor(length / 4), text.length - length)) : 0;
    let end = Math.min(start + length, text.length);
    start -= isHalf(text, start) ? 1 : 0;
    end += isHalf(text, end) ? 1 : 0;
    const left = start > 0 ? [{ text: '…', hit: false }] : [];
    return left.concat(mark(text.slice(start, end), words), end < text.length ? [{ text: '…', hit: false }] : []);
  }

  // Is `place` within one sign that takes two code units?
  function isHalf(text, place) {
    return /[\uDC00-\uDFFF]/.test(text.charAt(place));
  }

  window.dcSearchWords = {
    itemsOf: itemsOf, joined: joined, reversed: reversed, termsOf: termsOf, keysOf: keysOf, parsed: parsed,
    written: written, unquoted: unquoted, withoutQuestions: withoutQuestions, saidOtherwise: saidOtherwise, mark: mark, bestSentence: bestSentence, excerpt: excerpt
  };
})();
