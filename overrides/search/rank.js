// The order of hits: lunr.js scores them, from an index put together of the terms of one question; window.dcSearchRank.
(function () {
  'use strict';
  const files = window.dcSearchFiles;
  const lunr = window.lunr;
  const RANKED = 400;
  const K1 = 1.2;
  const B = 0.75;
  const FIRST_NAME = 0x4E00;
  const PAST = 0.8;

  // `flags` with those of `entries` set.
  function flag(flags, entries) {
    entries.forEach(function (entry) { flags[entry] = 1; });
    return flags;
  }

  // lunr.idf: what lunr calls documents are fields of entries.
  function rarity(edition, count) {
    return Math.log(1 + Math.abs((edition.index.entries - count + 0.5) / (count + 0.5)));
  }

  // What lunr's builder writes into the vectors of the fields that hold a term: its number for each cell of the posting.
  function valuesOf(edition, posting) {
    if (!posting.values) {
      const index = edition.index;
      const idf = rarity(edition, posting.cellEntry.length);
      posting.values = new Float64Array(posting.cellEntry.length);
      for (let cell = 0; cell < posting.values.length; cell += 1) {
        const field = posting.cellField[cell];
        const count = posting.cellCount[cell];
        const length = posting.cellLength[cell] < 0 ? edition.lengths[posting.cellEntry[cell]] : posting.cellLength[cell];
        let score = idf * ((K1 + 1) * count) / (K1 * (1 - B + B * (length / index.averages[field])) + count);
        score *= index.boosts[field];
        posting.values[cell] = Math.round(score * 1000) / 1000;
      }
    }
    return posting.values;
  }

  // What lunr says of the entries with a flag: [{ref, score}, …].
  // A term is called by one sign, so that lunr's set of tokens is small; a field of an entry stands in the posting of one of
  // its terms only, which is enough for lunr to meet it: its vector says what else it has.
  function askLunr(edition, judgement, flags, isTitle) {
    const fields = edition.index.fields;
    const vectors = {};
    const inverted = judgement.postings.map(function (posting, number) {
      const values = valuesOf(edition, posting);
      const held = { _index: number };
      fields.forEach(function (field) { held[field] = {}; });
      posting.cellEntry.forEach(function (entry, cell) {
        if (flags[entry] && (!isTitle || posting.cellField[cell] === 0)) {
          const field = fields[posting.cellField[cell]];
          const ref = field + '/' + entry;
          if (!vectors[ref]) {
            vectors[ref] = [];
            held[field][entry] = {};
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

  // Sums in another order differ in the last bits; that must not decide, or an entry would stand on two pages, or on none.
  function rounded(score) {
    return Math.round(score * 1e6);
  }

  // What lunr will say of each entry, but for the last bits: enough to choose whom it is asked about.
  function estimates(edition, judgements, isTitle) {
    const best = new Float64Array(edition.index.entries);
    judgements.forEach(function (judgement) {
      const sums = new Float64Array(best.length);
      judgement.postings.forEach(function (posting) {
        const values = valuesOf(edition, posting);
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

  // The best `count` of `entries` in lunr's order, equal ones by number: [{entry, score}, …].  What is no longer in force comes a
  // little later; loose ones come the later, the less of the question they hold.
  function byScore(edition, judgements, entries, count, question, isLoose) {
    const limit = Math.max(RANKED, count);
    const favour = function (entry) {
      const share = isLoose ? judgements[0].shares[entry] : 1;
      return share * share * share * (edition.past.has(entry) ? PAST : 1);
    };
    let asked = entries;
    if (entries.length > limit) {
      const guess = estimates(edition, judgements, question.title).map(function (sum, entry) { return rounded(sum * favour(entry)); });
      asked = entries.slice().sort(function (a, b) { return guess[b] - guess[a] || a - b; }).slice(0, limit);
    }
    const scores = new Map(asked.map(function (entry) { return [entry, 0]; }));
    judgements.forEach(function (judgement) {
      const mine = asked.filter(function (entry) { return judgement.tiers[entry]; });
      askLunr(edition, judgement, flag(new Uint8Array(edition.index.entries), mine), question.title).forEach(function (said) {
        scores.set(Number(said.ref), Math.max(scores.get(Number(said.ref)), said.score));
      });
    });
    const list = asked.map(function (entry) {
      const score = scores.get(entry);
      return { entry: entry, score: score, rank: rounded(score * favour(entry)) };
    });
    return list.sort(function (a, b) { return b.rank - a.rank || a.entry - b.entry; });
  }

  async function byDate(edition, entries) {
    const days = await files.read(edition, 'days', files.numbers);
    const sorted = entries.slice().sort(function (a, b) { return days[a] - days[b] || a - b; });
    return sorted.map(function (entry) { return { entry: entry }; });
  }

  window.dcSearchRank = { flag: flag, rarity: rarity, byScore: byScore, byDate: byDate };
})();
