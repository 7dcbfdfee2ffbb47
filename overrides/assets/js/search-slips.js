/* Slips of typing: signs of the same sound (地保 for 低保), letters that were never turned into signs (dibao), a sign wrong,
   missing, doubled or swapped. window.dcSearchSlips.candidates(query, data) → queries that may have been meant, the likeliest
   first; homophones(query, data) → chosen words that sound the same; data holds the column's words and how signs are read,
   as search/help.js has them from its file. */
(function () {
  'use strict';

  var LEAST_EDITED = 3;
  var HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/;
  var readings, known, terms, beginning;

  function learn(data) {
    if (readings) { return; }
    readings = {};
    known = {};
    data.readings.forEach(function (line) {
      var letters = /^[a-z]+/.exec(line)[0];
      line.slice(letters.length).split('').forEach(function (sign) {
        (readings[sign] = readings[sign] || []).push(letters);
      });
    });
    terms = data.known.concat(data.runs);
    beginning = {};
    terms.forEach(function (word) {
      known[word] = true;
      soundsOf(word[0]).forEach(function (sound) { (beginning[sound] = beginning[sound] || []).push(word); });
    });
  }

  function soundsOf(sign) {
    return readings[sign] || [];
  }

  /* The words that may begin with a sign or letter. */
  function wordsFrom(sign) {
    if (!HAN.test(sign)) { return terms; }
    return soundsOf(sign).reduce(function (found, sound) { return found.concat(beginning[sound] || []); }, []);
  }

  function soundAlike(one, other) {
    var others = soundsOf(other);
    return one === other || soundsOf(one).some(function (sound) { return others.indexOf(sound) >= 0; });
  }

  /* Where a word ends that text sounds like from a place on, each sign written as any sign of its sound or in letters; or -1. */
  function spoken(text, at, word, from) {
    if (from === word.length) { return at; }
    if (at >= text.length) { return -1; }
    if (HAN.test(text[at])) {
      return soundAlike(text[at], word[from]) ? spoken(text, at + 1, word, from + 1) : -1;
    }
    if (text[at] === word[from]) { return spoken(text, at + 1, word, from + 1); }
    var sounds = soundsOf(word[from]);
    for (var i = 0; i < sounds.length; i += 1) {
      if (text.substr(at, sounds[i].length) === sounds[i]) {
        var end = spoken(text, at + sounds[i].length, word, from + 1);
        if (end >= 0) { return end; }
      }
    }
    return -1;
  }

  /* Whether one slip parts text and word: a sign wrong, missing, too many, or two signs swapped. */
  function isNear(text, word) {
    var head = 0, tail = 0, most = Math.min(text.length, word.length);
    if (Math.abs(text.length - word.length) > 1) { return false; }
    while (head < most && text[head] === word[head]) { head += 1; }
    while (tail < most - head && text[text.length - 1 - tail] === word[word.length - 1 - tail]) { tail += 1; }
    var left = text.slice(head, text.length - tail), right = word.slice(head, word.length - tail);
    if (left.length <= 1 && right.length <= 1) {
      // In a word of three, another sign mostly makes another word.
      return left.length !== right.length || word.length > LEAST_EDITED;
    }
    return left.length === 2 && left[0] === right[1] && left[1] === right[0];
  }

  /* What letters may stand for: the fewest words of the column that read so, or null. */
  function spelt(letters) {
    var best = [''], counts = [0];
    for (var at = 0; at < letters.length; at += 1) {
      if (best[at] === undefined) { continue; }
      for (var i = 0; i < terms.length; i += 1) {
        var end = spoken(letters, at, terms[i], 0);
        if (end > at && (best[end] === undefined || counts[end] > counts[at] + 1)) {
          best[end] = best[at] + terms[i];
          counts[end] = counts[at] + 1;
        }
      }
    }
    return best[letters.length] || null;
  }

  /* The lengths of what begins at a place and is the word, misheard or with a slip. */
  function slipsAt(run, at, word) {
    var end = spoken(run, at, word, 0), found = end < 0 ? [] : [end - at];
    // A slip inside a longer stretch is believed only between the first and last sign of a longer word.
    for (var length = word.length - 1; word.length > LEAST_EDITED && length <= word.length + 1; length += 1) {
      var part = run.substr(at, length);
      if (part.length === length && part[0] === word[0] && part[length - 1] === word[word.length - 1] && isNear(part, word)) {
        found.push(length);
      }
    }
    return found;
  }

  /* What a stretch of signs may stand for, the likeliest first. */
  function mended(run) {
    var whole = [], part = [], near = [];
    if (known[run]) { return []; }
    if (!HAN.test(run)) {
      var words = spelt(run);
      return words ? [words] : [];
    }
    terms.forEach(function (word) {
      if (spoken(run, 0, word, 0) === run.length) {
        whole.push(word);
      } else if (word.length >= LEAST_EDITED && isNear(run, word)) {
        near.push(word);
      }
    });
    run.split('').forEach(function (sign, at) {
      wordsFrom(sign).forEach(function (word) {
        slipsAt(run, at, word).forEach(function (length) {
          if (length < run.length && !known[run.substr(at, length)]) {
            part.push({ length: word.length, text: run.slice(0, at) + word + run.slice(at + length) });
          }
        });
      });
    });
    part.sort(function (one, other) { return other.length - one.length; });
    return whole.concat(near, part.map(function (each) { return each.text; }));
  }

  /* The whole query with one stretch mended; quotes and minus stay as they are. */
  function candidates(text, data) {
    var found = [];
    learn(data);
    // Letters of one word may be typed apart: di bao, xi'an.
    var query = text.replace(/([a-z])['’\s]+(?=[a-z])/g, '$1');
    var stretches = /[\u3400-\u4dbf\u4e00-\u9fffa-z]{2,}/g;
    for (var hit = stretches.exec(query); hit; hit = stretches.exec(query)) {
      var before = query.slice(0, hit.index), after = query.slice(hit.index + hit[0].length);
      mended(hit[0]).forEach(function (words) { found.push(before + words + after); });
    }
    // What holds the query as it is typed would have been found with it.
    return found.filter(function (each, place) { return each.indexOf(query) < 0 && found.indexOf(each) === place; });
  }

  /* The chosen words that sound like a query that was found, but may be no word. */
  function homophones(query, data) {
    learn(data);
    return known[query] ? [] : data.known.filter(function (word) { return spoken(query, 0, word, 0) === query.length; });
  }

  window.dcSearchSlips = { candidates: candidates, homophones: homophones };
}());
