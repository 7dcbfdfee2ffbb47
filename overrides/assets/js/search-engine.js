// The search: what is asked → tiers of hits, ranked by lunr.js, counted by facet.  Offered as window.dcSearch; touches no page.
//   exact: every word stands in the entry exactly; all: all its terms do, somewhere; most: the weightier part of the terms.
(function () {
  'use strict';
  const files = window.dcSearchFiles;
  const words = window.dcSearchWords;
  const exact = window.dcSearchExact;
  const TIERS = ['exact', 'all', 'most'];
  const PAGE = 20;
  const MOST = 0.6;
  const VARIANTS = 4;
  const RANKED = 400;
  const FIRST_NAME = 0x4E00;
  const SENTENCE = 120;
  const BEFORE_HIT = 30;
  const PIECES = 3;
  const editions = new WeakMap();

  function stopIfStale(signal) {
    if (signal && signal.stale) {
      throw files.fault('stale', '');
    }
  }

  function unique(list) {
    return Array.from(new Set(list));
  }

  function flagged(size, entries, flags) {
    const made = flags || new Uint8Array(size);
    entries.forEach(function (entry) { made[entry] = 1; });
    return made;
  }

  // Entries that are in all `sets`.
  function common(size, sets) {
    const counts = new Uint16Array(size);
    sets.forEach(function (set) {
      for (let entry = 0; entry < size; entry += 1) {
        counts[entry] += set[entry];
      }
    });
    return counts.map(function (count) { return count === sets.length ? 1 : 0; });
  }

  // The words that are left when question words are cut out of those without quotes, and what was cut.
  function withoutQuestions(parts, index) {
    const questions = unique((index.questionWords || []).map(words.normalised)).sort(function (a, b) { return b.length - a.length; });
    const ignored = [];
    let left = [];
    parts.forEach(function (word) {
      let pieces = [word.phrase ? word.text : words.normalised(word.text)];
      (word.phrase ? [] : questions).forEach(function (question) {
        const cut = [].concat.apply([], pieces.map(function (piece) { return piece.split(question); }));
        if (question && cut.length > pieces.length) {
          ignored.push(question);
          pieces = cut;
        }
      });
      left = left.concat(pieces.map(function (piece) { return words.wordOf(piece, word.phrase); }));
    });
    left = left.filter(Boolean);
    return ignored.length && left.length ? { words: left, ignored: ignored } : { words: parts, ignored: [] };
  }

  function placeIn(items, run) {
    for (let i = 0; i + run.length <= items.length; i += 1) {
      if (run.every(function (item, k) { return items[i + k].unit === item.unit && (k === 0 || items[i + k].cut === item.cut); })) {
        return i;
      }
    }
    return -1;
  }

  // The question with a word said otherwise: [{words, word, to}, …].
  function synonymous(parts, index) {
    const found = [];
    parts.forEach(function (word, number) {
      (word.phrase ? [] : index.synonyms || []).forEach(function (group) {
        const members = group.map(words.itemsOf);
        const held = members.filter(function (member) { return member.length && placeIn(word.items, member) >= 0; });
        const longest = held.sort(function (a, b) { return b.length - a.length; })[0];
        members.forEach(function (member, which) {
          if (longest && member.length && placeIn(word.items, member) < 0 && placeIn(member, longest) < 0) {
            const items = replaced(word.items, longest, member);
            const other = { text: group[which], items: items, phrase: false };
            const all = parts.slice();
            all[number] = other;
            found.push({ words: all, word: group[members.indexOf(longest)], to: group[which] });
          }
        });
      });
    });
    return found;
  }

  function replaced(items, run, by) {
    const place = placeIn(items, run);
    const first = Object.assign({}, by[0], { cut: items[place].cut });
    return items.slice(0, place).concat([first], by.slice(1), items.slice(place + run.length));
  }

  // For each word of a question, how the index may have it as a number; `whole` is the question without its blanks.
  function keysOf(parts, text) {
    const keys = parts.map(function (word) { return word.phrase ? [] : words.keysOf(word.text); });
    const isPlain = parts.length > 1 && parts.every(function (word) { return !word.phrase; });
    return { words: keys, whole: isPlain ? words.keysOf(text) : [] };
  }

  async function postingsOf(edition, terms) {
    const found = await Promise.all(terms.map(function (term) { return exact.posting(edition, term); }));
    return found.filter(Boolean);
  }

  // Flags of the entries that hold each word exactly, as text or as their number; and of those whose own number was typed.
  async function exactly(edition, variant, isTitle) {
    const size = edition.index.entries;
    const direct = new Uint8Array(size);
    const typed = isTitle ? { words: variant.words.map(function () { return []; }), whole: [] } : keysOf(variant.words, variant.text);
    const asNumber = async function (keys, flags) {
      const found = await Promise.all(keys.map(function (key) { return exact.posting(edition, key); }));
      found.forEach(function (posting, i) {
        if (posting) {
          flagged(size, posting.entries, flags);
          if (keys[i].charAt(0) === '#') {
            flagged(size, posting.entries, direct);
          }
        }
      });
      return found.filter(Boolean);
    };
    const whole = new Uint8Array(size);
    const sets = await Promise.all(variant.words.map(async function (word, i) {
      const set = flagged(size, await exact.holders(edition, word.items, isTitle));
      return { set: set, scanned: set.slice(), numbers: await asNumber(typed.words[i], set) };
    }));
    const wholeNumbers = await asNumber(typed.whole, whole);
    const phrases = sets.filter(function (each, i) { return variant.words[i].phrase; });
    const all = common(size, sets.map(function (each) { return each.set; }));
    whole.forEach(function (is, entry) { all[entry] = all[entry] || is; });
    return {
      all: all,
      direct: direct,
      allowed: common(size, phrases.map(function (each) { return each.scanned; })),
      numbers: sets.reduce(function (list, each) { return list.concat(each.numbers); }, wholeNumbers)
    };
  }

  // The tier of every entry for one way of asking (0: none, 1: exact, …), and the postings that rank it.
  async function judged(edition, variant, isTitle) {
    const size = edition.index.entries;
    const loose = variant.words.filter(function (word) { return !word.phrase; });
    const terms = unique([].concat.apply([], loose.map(function (word) { return words.termsOf(word.items); })));
    const strict = unique([].concat.apply([], variant.words.map(function (word) { return words.termsOf(word.items); })));
    const said = await Promise.all([
      exactly(edition, variant, isTitle), postingsOf(edition, terms), postingsOf(edition, strict), exact.bodyLengths(edition)
    ]);
    const found = said[0];
    const held = new Uint16Array(size);
    const weight = new Float64Array(size);
    let total = 0;
    said[1].forEach(function (posting) {
      const rarity = exact.rarity(edition, posting);
      total += rarity;
      (isTitle ? posting.titles : posting.entries).forEach(function (entry) {
        held[entry] += 1;
        weight[entry] += rarity;
      });
    });
    const tiers = new Uint8Array(size);
    for (let entry = 0; entry < size; entry += 1) {
      if (found.all[entry]) {
        tiers[entry] = 1;
      } else if (held[entry] && found.allowed[entry]) {
        tiers[entry] = held[entry] === terms.length ? 2 : weight[entry] >= MOST * total ? 3 : 0;
      }
    }
    return { tiers: tiers, direct: found.direct, postings: unique(said[2].concat(found.numbers)), lengths: said[3] };
  }

  function decodeFacets(payload) {
    return payload.map(function (facet) {
      return { id: facet.id, name: facet.name, choices: facet.choices, sets: facet.sets, values: files.numbers(facet.values) };
    });
  }

  // Which sets of choices pass the filter of a facet.
  function passing(facet, chosen) {
    const place = facet.choices.findIndex(function (choice) { return choice[0] === chosen; });
    return facet.sets.map(function (set) { return place < 0 || set.indexOf(place) >= 0; });
  }

  // The hits that pass all filters, and the choices of each facet with what they would leave.
  function filtered(facets, filters, tiers) {
    const passes = facets.map(function (facet) { return passing(facet, filters[facet.id]); });
    const counts = facets.map(function (facet) { return new Uint32Array(facet.sets.length); });
    const hits = [];
    for (let entry = 0; entry < tiers.length; entry += 1) {
      if (tiers[entry]) {
        const failing = facets.map(function (facet, i) { return i; }).filter(function (i) { return !passes[i][facets[i].values[entry]]; });
        if (!failing.length) {
          hits.push(entry);
        }
        (failing.length ? failing : facets.map(function (facet, i) { return i; })).forEach(function (i) {
          counts[i][facets[i].values[entry]] += failing.length < 2 ? 1 : 0;
        });
      }
    }
    return { hits: hits, facets: facets.map(function (facet, i) { return counted(facet, counts[i], filters[facet.id]); }) };
  }

  function counted(facet, counts, chosen) {
    const sums = new Uint32Array(facet.choices.length);
    facet.sets.forEach(function (set, i) {
      set.forEach(function (place) { sums[place] += counts[i]; });
    });
    const choices = facet.choices.map(function (choice, place) {
      return { id: choice[0], name: choice[1], count: sums[place], chosen: choice[0] === chosen };
    });
    return { id: facet.id, name: facet.name, choices: choices.filter(function (choice) { return choice.count || choice.chosen; }) };
  }

  // lunr's scores of the `entries` for one way of asking: entry → score, by lunr itself.
  // Terms get names of one sign each, because lunr's token set confuses terms that hold digits.
  function lunrScores(lunr, edition, judgement, flags, isTitle) {
    const fields = edition.index.fields;
    const vectors = {};
    const inverted = judgement.postings.map(function (posting, number) {
      const held = { _index: number };
      fields.forEach(function (field) { held[field] = {}; });
      const values = exact.values(edition, judgement.lengths, posting);
      posting.cellEntry.forEach(function (entry, cell) {
        if (flags[entry] && (!isTitle || posting.cellField[cell] === 0)) {
          const ref = fields[posting.cellField[cell]] + '/' + entry;
          // lunr need meet a field of an entry only once; its vector says what terms it has.
          if (!vectors[ref]) {
            vectors[ref] = [];
            held[fields[posting.cellField[cell]]][entry] = {};
          }
          vectors[ref].push(number, values[cell]);
        }
      });
      return [String.fromCharCode(FIRST_NAME + number), held];
    });
    const index = lunr.Index.load({
      version: lunr.version,
      fields: fields,
      fieldVectors: Object.keys(vectors).map(function (ref) { return [ref, vectors[ref]]; }),
      invertedIndex: inverted,
      pipeline: []
    });
    return index.query(function (query) {
      inverted.forEach(function (term) {
        query.term(term[0], { fields: isTitle ? [fields[0]] : fields, usePipeline: false });
      });
    });
  }

  // What lunr will say, roughly: enough to choose the entries that it is asked about.
  function estimates(edition, judgements, isTitle) {
    const best = new Float64Array(edition.index.entries);
    judgements.forEach(function (judgement) {
      const sums = new Float64Array(best.length);
      judgement.postings.forEach(function (posting) {
        const values = exact.values(edition, judgement.lengths, posting);
        for (let cell = 0; cell < values.length; cell += 1) {
          if (!isTitle || posting.cellField[cell] === 0) {
            sums[posting.cellEntry[cell]] += values[cell];
          }
        }
      });
      for (let entry = 0; entry < best.length; entry += 1) {
        if (judgement.tiers[entry]) {
          best[entry] = Math.max(best[entry], sums[entry] / Math.sqrt(judgement.postings.length));
        }
      }
    });
    return best;
  }

  // The best `count` of `entries` in lunr's order (equal scores by number): [{entry, score}, …].
  async function ranked(edition, judgements, entries, count, isTitle) {
    const lunr = await files.lunr();
    const limit = Math.max(RANKED, count + PAGE);
    let asked = entries;
    if (entries.length > limit) {
      const guess = estimates(edition, judgements, isTitle);
      asked = entries.slice().sort(function (a, b) { return guess[b] - guess[a] || a - b; }).slice(0, limit);
    }
    const scores = new Map(asked.map(function (entry) { return [entry, 0]; }));
    judgements.forEach(function (judgement) {
      const flags = flagged(edition.index.entries, asked.filter(function (entry) { return judgement.tiers[entry]; }));
      lunrScores(lunr, edition, judgement, flags, isTitle).forEach(function (found) {
        scores.set(Number(found.ref), Math.max(scores.get(Number(found.ref)), found.score));
      });
    });
    const list = asked.map(function (entry) { return { entry: entry, score: scores.get(entry) }; });
    return list.sort(function (a, b) { return Math.round((b.score - a.score) * 1e6) || a.entry - b.entry; }).slice(0, count);
  }

  async function byDate(edition, entries) {
    const days = await files.read(edition, 'days', files.numbers);
    const sorted = entries.slice().sort(function (a, b) { return days[a] - days[b] || a - b; });
    return sorted.map(function (entry) { return { entry: entry }; });
  }

  // The hits of the page from place `start` on; only groups that the page touches are put in order.
  async function pageOf(edition, question, judgements, groups, start) {
    let page = [];
    let before = 0;
    for (const group of groups) {
      const first = Math.max(start - before, 0);
      const last = Math.min(start + PAGE - before, group.length);
      if (first < last) {
        const order = question.sort === 'date' ? await byDate(edition, group) :
          await ranked(edition, judgements, group, last, question.title);
        page = page.concat(order.slice(first, last));
      }
      before += group.length;
    }
    return page;
  }

  async function resultOf(edition, hit, tier, isDirect) {
    const index = edition.index;
    const chunk = await files.read(edition, 'r' + Math.floor(hit.entry / index.chunk), function (payload) { return payload; });
    const known = chunk[hit.entry % index.chunk];
    const state = index.states[known[5]] || ['', ''];
    return {
      id: hit.entry, tier: TIERS[tier - 1], direct: Boolean(isDirect), score: hit.score, title: known[0], address: known[1],
      number: known[2], organ: known[3], day: known[4], validity: state[0], tone: state[1], pieces: known[6]
    };
  }

  // What is asked, in all its ways: [{words, text}, …]; the first is what was typed.
  async function waysOf(edition, question, parts) {
    const size = edition.index.entries;
    const typed = { words: parts.words, text: question.text };
    let asked = { words: parts.words, ignored: [] };
    const cut = withoutQuestions(parts.words, edition.index);
    if (cut.ignored.length && !(await exactly(edition, typed, question.title)).all.some(Boolean)) {
      asked = cut;
    }
    const others = synonymous(asked.words, edition.index).slice(0, VARIANTS - 1);
    return { size: size, words: asked.words, ignored: asked.ignored, others: others, all: [asked === cut ? asked : typed].concat(others) };
  }

  function widenedBy(others) {
    return unique(others.map(function (each) { return each.word; })).map(function (word) {
      const to = others.filter(function (each) { return each.word === word; }).map(function (each) { return each.to; });
      return { word: word, to: unique(to) };
    });
  }

  function markedBy(ways) {
    const whole = ways.words.map(function (word) { return word.text; }).concat(ways.others.map(function (each) { return each.to; }));
    const pairs = ways.words.map(function (word) { return word.phrase || word.items.length < 3 ? [] : words.termsOf(word.items); });
    return unique(whole.concat([].concat.apply([], pairs)));
  }

  async function answered(edition, question, parts, signal) {
    const size = edition.index.entries;
    const ways = await waysOf(edition, question, parts);
    stopIfStale(signal);
    const said = await Promise.all([
      Promise.all(ways.all.map(function (way) { return judged(edition, way, question.title); })),
      Promise.all(parts.minus.map(function (items) { return exact.holders(edition, items, question.title); })),
      files.read(edition, 'facets', decodeFacets)
    ]);
    stopIfStale(signal);
    const judgements = said[0];
    const tiers = new Uint8Array(size);
    const direct = judgements[0].direct;
    judgements.forEach(function (judgement) {
      judgement.tiers.forEach(function (tier, entry) {
        tiers[entry] = tier && tiers[entry] ? Math.min(tier, tiers[entry]) : tier || tiers[entry];
      });
    });
    said[1].forEach(function (entries) {
      entries.forEach(function (entry) { tiers[entry] = 0; });
    });
    const left = filtered(said[2], question.filters, tiers);
    const groupOf = function (entry) { return tiers[entry] === 1 && direct[entry] ? 0 : tiers[entry]; };
    const groups = [0, 1, 2, 3].map(function (group) { return left.hits.filter(function (entry) { return groupOf(entry) === group; }); });
    const hits = await pageOf(edition, question, judgements, groups, (question.page - 1) * PAGE);
    const results = await Promise.all(hits.map(function (hit) {
      return resultOf(edition, hit, tiers[hit.entry], groupOf(hit.entry) === 0);
    }));
    stopIfStale(signal);
    const totals = [groups[0].length + groups[1].length, groups[2].length, groups[3].length];
    const answer = {
      total: left.hits.length,
      pages: Math.ceil(left.hits.length / PAGE),
      tiers: TIERS.map(function (id, i) { return { id: id, total: totals[i] }; }).filter(function (tier) { return tier.total; }),
      results: results,
      facets: left.facets,
      words: markedBy(ways),
      widened: widenedBy(ways.others),
      ignored: ways.ignored
    };
    editions.set(answer, edition);
    return answer;
  }

  async function search(question, signal) {
    const parts = words.parsed(question.text);
    if (!parts.words.length) {
      throw files.fault('empty', '');
    }
    const edition = await files.current();
    stopIfStale(signal);
    try {
      return await answered(edition, question, parts, signal);
    } catch (wrong) {
      stopIfStale(signal);
      if (wrong.kind !== 'damaged' || !await files.isOutdated(edition)) {
        throw wrong.kind ? wrong : files.fault('damaged', String(wrong));
      }
      return answered(await files.current(), question, parts, signal);
    }
  }

  window.dcSearch = { search: search, mark: words.mark, sentence: null };
})();
