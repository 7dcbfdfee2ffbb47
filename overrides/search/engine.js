// The search: a question → tiers of hits, ranked (rank.js), counted by facet; window.dcSearch.  It touches nothing of the page.
//   exact: every word stands in the entry exactly; all: all its terms do, somewhere; most: the weightier part of its terms,
//   or, where no entry has that, nearly as much as the entry that has most of them.
(function () {
  'use strict';
  const files = window.dcSearchFiles;
  const words = window.dcSearchWords;
  const exact = window.dcSearchExact;
  const rank = window.dcSearchRank;
  const TIERS = ['exact', 'all', 'most'];
  const PAGE = 20;
  const MOST = 0.4;
  const NEAR = 0.6;
  const LEAST = 0.15;
  const RAREST = Math.log(150);
  const WAYS = 4;
  const EXCERPT = 120;
  const PIECES = { exact: 40, all: 3, most: 3 };
  const known = new WeakMap();

  function stopIfStale(signal) {
    if (signal && signal.stale) {
      throw files.fault('stale', '');
    }
  }

  function unique(list) {
    return Array.from(new Set(list));
  }

  function flatten(lists) {
    return [].concat.apply([], lists);
  }

  // Flags of the entries that are in all `sets`.
  function inAll(size, sets) {
    const counts = new Uint16Array(size);
    sets.forEach(function (set) {
      for (let entry = 0; entry < size; entry += 1) {
        counts[entry] += set[entry];
      }
    });
    return counts.map(function (count) { return count === sets.length ? 1 : 0; });
  }

  async function postingsOf(edition, terms) {
    const found = await Promise.all(terms.map(function (term) { return files.posting(edition, term); }));
    return found.filter(Boolean);
  }

  // Who has one of the `keys` of a number: postings, all their entries, and those whose number it is as a whole.
  async function numbered(edition, keys) {
    const found = await Promise.all(keys.map(function (key) { return files.posting(edition, key); }));
    const own = found.filter(function (posting, i) { return posting && keys[i].charAt(0) === '#'; });
    const postings = found.filter(Boolean);
    const entriesOf = function (posting) { return posting.entries; };
    return { postings: postings, entries: flatten(postings.map(entriesOf)), own: flatten(own.map(entriesOf)) };
  }

  // The entries that hold a run exactly.  Most long runs stand nowhere, which their terms, loaded anyway, often tell already.
  async function scanned(edition, items, isTitle) {
    const terms = unique(words.termsOf(items));
    const found = await postingsOf(edition, terms);
    const held = new Uint16Array(edition.index.entries);
    found.forEach(function (posting) {
      (isTitle ? posting.titles : posting.entries).forEach(function (entry) { held[entry] += 1; });
    });
    return held.indexOf(terms.length) < 0 ? [] : exact.holders(edition, items, isTitle);
  }

  // Flags of the entries that hold each word of a way exactly: as text, which `scan` finds, or (but for phrases) as their number.
  async function exactly(edition, way, isTitle, scan) {
    const size = edition.index.entries;
    const direct = new Uint8Array(size);
    const ofWords = await Promise.all(way.words.map(async function (word) {
      const said = await Promise.all([
        scan(edition, word.items, isTitle), numbered(edition, isTitle || word.phrase ? [] : words.keysOf(word.text))
      ]);
      rank.flag(direct, said[1].own);
      return { set: rank.flag(rank.flag(new Uint8Array(size), said[0]), said[1].entries), postings: said[1].postings, phrase: word.phrase };
    }));
    const whole = await numbered(edition, isTitle || way.words.length < 2 ? [] : words.keysOf(way.text));
    const phrases = ofWords.filter(function (word) { return word.phrase; });
    const setOf = function (word) { return word.set; };
    return {
      all: rank.flag(inAll(size, ofWords.map(setOf)), whole.entries),
      phrases: inAll(size, phrases.map(setOf)),
      direct: rank.flag(direct, whole.own),
      numbers: flatten(ofWords.map(function (word) { return word.postings; })).concat(whole.postings)
    };
  }

  function termsOf(parts) {
    return unique(flatten(parts.map(function (word) { return words.termsOf(word.items); })));
  }

  // The tier of every entry for one way of asking (0: none, 1: exact, …), and the postings that rank it.
  // A way with other words than those typed is not loosened any further, nor is one that names a document by its number.
  async function judged(edition, way, isTitle) {
    const size = edition.index.entries;
    const loose = termsOf(way.words.filter(function (word) { return !word.phrase; }));
    const said = await Promise.all([
      exactly(edition, way, isTitle, scanned), postingsOf(edition, loose), postingsOf(edition, termsOf(way.words))
    ]);
    const held = new Uint16Array(size);
    const weight = new Float64Array(size);
    // Pairs across two words of a question are rare by chance and tell nothing more; what stands nowhere is missed as well.
    const weightOf = function (count) { return Math.min(rank.rarity(edition, count), RAREST); };
    let total = (loose.length - said[1].length) * weightOf(0);
    said[1].forEach(function (posting) {
      const rare = weightOf(posting.cellEntry.length);
      total += rare;
      (isTitle ? posting.titles : posting.entries).forEach(function (entry) {
        held[entry] += 1;
        weight[entry] += rare;
      });
    });
    const tiers = new Uint8Array(size);
    let best = 0;
    for (let entry = 0; entry < size; entry += 1) {
      weight[entry] /= total || 1;
      if (said[0].all[entry]) {
        tiers[entry] = 1;
      } else if (held[entry] && said[0].phrases[entry]) {
        tiers[entry] = held[entry] === loose.length ? 2 : 3;
        best = Math.max(best, weight[entry]);
      }
    }
    const isFound = tiers.indexOf(1) >= 0 || tiers.indexOf(2) >= 0;
    const isNamed = said[0].direct.indexOf(1) >= 0;
    const enough = way.to || isNamed ? Infinity : isFound ? MOST : Math.max(Math.min(MOST, best * NEAR), LEAST);
    for (let entry = 0; entry < size; entry += 1) {
      if (tiers[entry] === 3 && weight[entry] + 1e-9 < enough) {
        tiers[entry] = 0;
      }
    }
    return { tiers: tiers, shares: weight, direct: said[0].direct, postings: unique(said[2].concat(said[0].numbers)) };
  }

  // The hits of the page that begins at place `start`; only the groups that it touches are put in order.
  async function pageOf(edition, question, judgements, groups, start) {
    let page = [];
    let before = 0;
    for (const group of groups) {
      const isLoose = group === groups[3];
      const first = Math.max(start - before, 0);
      const last = Math.min(start + PAGE - before, group.length);
      if (first < last) {
        const isByDate = question.sort === 'date';
        const order = await (isByDate ? rank.byDate(edition, group) : rank.byScore(edition, judgements, group, last, question, isLoose));
        page = page.concat(order.slice(first, last));
      }
      before += group.length;
    }
    return page;
  }

  async function resultOf(edition, hit, tier, isDirect) {
    const index = edition.index;
    const rows = await files.read(edition, 'r' + Math.floor(hit.entry / index.chunk), function (payload) { return payload; });
    const row = rows[hit.entry % index.chunk];
    const state = index.states[row[5]] || ['', ''];
    return {
      id: hit.entry, tier: TIERS[tier - 1], direct: isDirect, score: hit.score, title: row[0], address: row[1], number: row[2],
      organ: row[3], day: row[4], validity: state[0], tone: state[1], pieces: row[6]
    };
  }

  function decodeFacets(payload) {
    return payload.map(function (facet) {
      return { id: facet.id, name: facet.name, choices: facet.choices, sets: facet.sets, values: files.numbers(facet.values) };
    });
  }

  // For each set of choices of a facet, whether it passes the filter; a choice that is not there filters nothing.
  function passing(facet, chosen) {
    const place = facet.choices.findIndex(function (choice) { return choice[0] === chosen; });
    return facet.sets.map(function (set) { return place < 0 || set.indexOf(place) >= 0; });
  }

  // The entries in a tier that pass all filters, and the facets with what each choice would leave.
  function filtered(facets, filters, tiers) {
    const passes = facets.map(function (facet) { return passing(facet, filters[facet.id]); });
    const counts = facets.map(function (facet) { return new Uint32Array(facet.sets.length); });
    const hits = [];
    for (let entry = 0; entry < tiers.length; entry += 1) {
      let failed = tiers[entry] ? 0 : 2;
      let failing = -1;
      for (let i = 0; i < facets.length && failed < 2; i += 1) {
        if (!passes[i][facets[i].values[entry]]) {
          failed += 1;
          failing = i;
        }
      }
      if (failed === 0) {
        hits.push(entry);
        counts.forEach(function (count, i) { count[facets[i].values[entry]] += 1; });
      } else if (failed === 1) {
        counts[failing][facets[failing].values[entry]] += 1;
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

  // The ways to ask: as typed, or, if that stands nowhere, without question words; then with other words for the same.
  async function waysOf(edition, question, parts) {
    const isPlain = !parts.excluded.length && parts.words.every(function (word) { return !word.phrase; });
    const typed = { words: parts.words, text: isPlain ? question.text : '', ignored: [] };
    const cut = words.withoutQuestions(parts.words, edition.index.questionWords);
    let first = typed;
    if (cut && !(await exactly(edition, typed, question.title, exact.holders)).all.some(Boolean)) {
      first = { words: cut.words, text: '', ignored: cut.ignored };
    }
    return [first].concat(words.saidOtherwise(first.words, edition.index.synonyms).slice(0, WAYS - 1).map(function (way) {
      return { words: way.words, text: '', word: way.word, to: way.to };
    }));
  }

  // The whole words that were searched, then the pairs by which texts were found that do not have them whole.
  function markedBy(ways) {
    const typed = ways[0].words;
    const whole = typed.map(function (word) { return word.text; }).concat(ways.slice(1).map(function (way) { return way.to; }));
    const long = typed.filter(function (word) { return !word.phrase && word.items.length > 2; });
    return unique(whole.concat(termsOf(long).map(function (term) { return term.replace('-', ' '); })));
  }

  function widenedBy(ways) {
    const others = ways.slice(1);
    return unique(others.map(function (way) { return way.word; })).map(function (word) {
      const same = others.filter(function (way) { return way.word === word; });
      return { word: word, to: unique(same.map(function (way) { return way.to; })) };
    });
  }

  async function answered(edition, question, parts, signal) {
    const isNarrowed = Object.keys(question.filters).some(function (name) { return question.filters[name]; });
    const ways = await waysOf(edition, question, parts);
    stopIfStale(signal);
    const said = await Promise.all([
      Promise.all(ways.map(function (way) { return judged(edition, way, question.title); })),
      Promise.all(parts.excluded.map(function (word) { return scanned(edition, word.items, question.title); })),
      isNarrowed ? files.read(edition, 'facets', decodeFacets) : []
    ]);
    stopIfStale(signal);
    const direct = said[0][0].direct;
    const tiers = new Uint8Array(edition.index.entries);
    said[0].forEach(function (judgement) {
      judgement.tiers.forEach(function (tier, entry) {
        tiers[entry] = tier && tiers[entry] ? Math.min(tier, tiers[entry]) : tier || tiers[entry];
      });
    });
    flatten(said[1]).forEach(function (entry) { tiers[entry] = 0; });
    const hits = filtered(said[2], question.filters, tiers).hits;
    const groupOf = function (entry) { return tiers[entry] === 1 && direct[entry] ? 0 : tiers[entry]; };
    const groups = [0, 1, 2, 3].map(function (group) { return hits.filter(function (entry) { return groupOf(entry) === group; }); });
    const page = await pageOf(edition, question, said[0], groups, (question.page - 1) * PAGE);
    const results = await Promise.all(page.map(function (hit) {
      return resultOf(edition, hit, tiers[hit.entry], groupOf(hit.entry) === 0);
    }));
    stopIfStale(signal);
    // 低保证金 is not 最低生活保障证金: other words that added nothing to what was found are not spoken of.
    const useful = ways.filter(function (way, i) { return !i || !hits.length || said[0][i].tiers.some(Boolean); });
    const totals = [groups[0].length + groups[1].length, groups[2].length, groups[3].length];
    const answer = {
      total: hits.length,
      pages: Math.ceil(hits.length / PAGE),
      tiers: TIERS.map(function (id, i) { return { id: id, total: totals[i] }; }).filter(function (tier) { return tier.total; }),
      results: results,
      words: markedBy(useful),
      widened: widenedBy(useful),
      ignored: ways[0].ignored
    };
    known.set(answer, { edition: edition, tiers: tiers, filters: question.filters });
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
      if (wrong.kind === 'offline' || !await files.isOutdated(edition)) {
        throw wrong.kind ? wrong : files.fault('damaged', String(wrong));
      }
      return answered(await files.current(), question, parts, signal);
    }
  }

  // By what an answer can be narrowed, and what each choice would leave.  Not needed to read it, so loaded after it.
  async function facets(answer) {
    const asked = known.get(answer);
    return filtered(await files.read(asked.edition, 'facets', decodeFacets), asked.filters, asked.tiers).facets;
  }

  // The marked sentence of a result that says most of what was asked, looked for piece by piece; else its beginning.
  async function sentence(result, answer) {
    const edition = known.get(answer).edition;
    const runs = answer.words.map(words.itemsOf);
    const whole = runs.length ? runs[0].length : 0;
    let best = { text: '', share: 0 };
    let beginning = '';
    for (let piece = 0; piece < Math.min(result.pieces, PIECES[result.tier]) && best.share < whole; piece += 1) {
      const text = await files.read(edition, 'x' + result.id + (piece ? '-' + piece : ''), function (payload) { return payload; });
      const found = words.bestSentence(text[1], runs);
      best = found.share > best.share ? found : best;
      beginning = beginning || text[0] || text[1];
    }
    // Parts of its number are no sentence for a document that was named by it.
    const isSaid = best.text && !(result.direct && best.share < whole);
    return words.excerpt(isSaid ? best.text : beginning.split('\n')[0], answer.words, EXCERPT);
  }

  window.dcSearch = { search: search, facets: facets, mark: words.mark, sentence: sentence };
})();
