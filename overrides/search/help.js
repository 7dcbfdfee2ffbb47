/* Help with a query, as window.dcSearchHelp:
   attach(input, onChoose)  suggestions under the search box, a combobox as ARIA 1.2 describes it
   hint(text, answer)       Promise of {text: …} or null: what was probably meant, when nothing was found as it was typed
   put(data)                called by the two data files, which are loaded when first needed, never for a key pressed
   Without its files it is silent: nobody needs it to search. */
(function () {
  'use strict';

  var SCRIPTS = new URL('.', document.currentScript.src).href;
  var DATA = new URL('../../search/data/', SCRIPTS).href;
  var MOST = 8, MOST_ELDER = 5, MOST_WORDS = 4;
  var MOST_TRIED = 3, LONGEST = 30, LONGEST_FOUND = 4;
  var data = {};
  var loading = {};
  var made = 0;

  function put(found) {
    Object.keys(found).forEach(function (name) {
      data[name] = found[name].split('\n').filter(Boolean);
    });
  }

  /* A Promise of the script; one that did not come is asked for again only on another page. */
  function load(file, folder) {
    loading[file] = loading[file] || new Promise(function (resolve, reject) {
      var script = document.createElement('script');
      script.setAttribute('data-dc-script', '');
      script.src = folder + file;
      script.onload = resolve;
      script.onerror = reject;
      document.head.appendChild(script);
    });
    return loading[file];
  }

  /* Text to compare by; as long as the text itself, so that places in one are places in the other. */
  function plain(text) {
    return text.replace(/[\uff01-\uff5e]/g, function (sign) {
      return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
    }).toLowerCase();
  }

  // Suggestions

  function typedParts(text) {
    return plain(text).split(/[\s\u3000]+/).filter(Boolean);
  }

  function holdsAll(text, parts) {
    return parts.every(function (part) { return text.indexOf(part) >= 0; });
  }

  /* The lines of a list that hold all parts, those that begin with the first part before the others. */
  function matching(lines, parts, most) {
    var begin = [], inside = [];
    for (var i = 0; i < lines.length && begin.length < most; i += 1) {
      var line = plain(lines[i]);
      if (holdsAll(line, parts)) { (line.indexOf(parts[0]) === 0 ? begin : inside).push(lines[i]); }
    }
    return begin.concat(inside).slice(0, most);
  }

  /* Words of the groups in which one word begins with what was typed: whoever types 低保 is offered 最低生活保障. */
  function sameMeaning(parts) {
    var found = [];
    if (parts.length !== 1 || parts[0].length < 2) { return found; }
    (data.synonyms || []).forEach(function (line) {
      var group = line.split(' ');
      if (group.some(function (word) { return plain(word).indexOf(parts[0]) === 0; })) {
        found = found.concat(group);
      }
    });
    return found;
  }

  function suggest(text, most) {
    var parts = typedParts(text), seen = {};
    if (!parts.length) { return []; }
    seen[plain(text.trim())] = true;
    function fresh(line) {
      var key = plain(line);
      if (seen[key]) { return false; }
      seen[key] = true;
      return true;
    }
    var words = matching(data.words || [], parts, MOST).concat(sameMeaning(parts)).filter(fresh);
    var titles = matching(data.titles || [], parts, most).filter(fresh);
    var room = Math.max(Math.min(MOST_WORDS, most - 1), most - titles.length);
    return words.slice(0, room).concat(titles).slice(0, most);
  }

  function attach(input, onChoose) {
    var element = window.dcTools.element;
    var place = input.parentNode;
    var list = element('ul', 'dc-suggest');
    var status = element('p', 'dc-hidden');
    var options = [], active = -1, composing = false, telling = 0;

    made += 1;
    list.id = 'dc-suggest-' + made;
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', '搜索建议');
    status.setAttribute('role', 'status');
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('autocomplete', 'off');
    place.classList.add('dc-suggest-place');
    place.appendChild(list);
    place.appendChild(status);

    /* Said only when the keys rest, or every key would talk over the last. */
    function tell(words) {
      window.clearTimeout(telling);
      telling = window.setTimeout(function () { status.textContent = words; }, 700);
    }

    function close() {
      list.hidden = true;
      list.textContent = '';
      options = [];
      active = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
      tell('');
    }

    function choose(text) {
      input.value = text;
      close();
      onChoose(text);
    }

    function activate(next) {
      if (options[active]) { options[active].setAttribute('aria-selected', 'false'); }
      active = next;
      if (options[active]) {
        options[active].setAttribute('aria-selected', 'true');
        options[active].scrollIntoView({ block: 'nearest' });
        input.setAttribute('aria-activedescendant', options[active].id);
      } else {
        input.removeAttribute('aria-activedescendant');
      }
    }

    function option(text, parts, number) {
      var made = element('li', 'dc-suggest__option');
      made.id = list.id + '-' + number;
      made.setAttribute('role', 'option');
      made.setAttribute('aria-selected', 'false');
      // One box around the pieces: each would else be an item of its own in the row.
      var words = made.appendChild(element('span', 'dc-suggest__words'));
      marked(text, parts).forEach(function (piece) {
        words.appendChild(piece.hit ? element('mark', 'dc-suggest__hit', piece.text) : document.createTextNode(piece.text));
      });
      made.addEventListener('click', function () { choose(text); });
      return made;
    }

    function show() {
      if (composing || document.activeElement !== input) { return; }
      var isElder = document.getElementById('dc-elder');
      var found = suggest(input.value, isElder && isElder.checked ? MOST_ELDER : MOST);
      close();
      if (!found.length) { return; }
      var parts = typedParts(input.value);
      options = found.map(function (text, number) { return list.appendChild(option(text, parts, number)); });
      list.hidden = false;
      input.setAttribute('aria-expanded', 'true');
      tell('有 ' + options.length + ' 条建议，按上、下方向键选');
    }

    function typed() {
      if (composing) { return; }
      load('suggestions.js', DATA).then(show, close);
    }

    function moved(event) {
      // While an input method is open, the arrows and Enter are its own.
      if (composing || event.isComposing || event.keyCode === 229) { return; }
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (!options.length) { typed(); return; }
        var step = event.key === 'ArrowDown' ? 1 : -1;
        // One place more than there are options: the text as it was typed.
        activate((active + 1 + step + options.length + 1) % (options.length + 1) - 1);
        event.preventDefault();
      } else if (event.key === 'Enter' && active >= 0) {
        event.preventDefault();
        choose(options[active].textContent);
      } else if (event.key === 'Enter' || event.key === 'Tab') {
        close();
      } else if (event.key === 'Escape' && options.length) {
        event.preventDefault();
        close();
      }
    }

    input.addEventListener('compositionstart', function () { composing = true; });
    input.addEventListener('compositionend', function () {
      composing = false;
      typed();
    });
    input.addEventListener('input', typed);
    input.addEventListener('keydown', moved);
    input.addEventListener('blur', close);
    // A press on the list must not take the focus from the box: the list would be gone before the click.
    list.addEventListener('mousedown', function (event) { event.preventDefault(); });
  }

  /* The pieces of a text, what was typed marked. */
  function marked(text, parts) {
    var compared = plain(text), hits = [], pieces = [];
    parts.forEach(function (part) {
      for (var at = compared.indexOf(part); at >= 0; at = compared.indexOf(part, at + part.length)) {
        for (var i = at; i < at + part.length; i += 1) { hits[i] = true; }
      }
    });
    for (var i = 0; i < text.length; i += 1) {
      var last = pieces[pieces.length - 1];
      if (last && last.hit === Boolean(hits[i])) {
        last.text += text[i];
      } else {
        pieces.push({ text: text[i], hit: Boolean(hits[i]) });
      }
    }
    return pieces;
  }

  // What was probably meant

  function holds(answer, tiers) {
    return answer.tiers.some(function (tier) { return tiers.indexOf(tier.id) >= 0 && tier.total > 0; });
  }

  /* The first candidate that finds something exactly as it is written: a hint that leads nowhere is none. */
  function firstThatFinds(texts) {
    if (!texts.length) { return Promise.resolve(null); }
    var question = { text: texts[0], title: false, sort: 'relevance', page: 1, filters: {} };
    return window.dcSearch.search(question, { stale: false }).then(function (answer) {
      return holds(answer, ['exact']) ? { text: texts[0] } : firstThatFinds(texts.slice(1));
    });
  }

  /* Whether a title holds the query: then it is a word. 地保 stands in many texts, but only across 土地 and 保护. */
  function isInTitles(text, answer) {
    return answer.results.some(function (result) { return plain(result.title).indexOf(text) >= 0; });
  }

  function hint(text, answer) {
    // What holds all signs of a query side by side was hardly found by a slip.
    var query = plain(text).trim(), isFound = holds(answer, ['exact', 'all']);
    if (query.length > (isFound ? LONGEST_FOUND : LONGEST) || (isFound && isInTitles(query, answer))) {
      return Promise.resolve(null);
    }
    // Few queries need it, so neither the words nor what compares them is loaded before.
    return Promise.all([load('sounds.js', DATA), load('search-slips.js', SCRIPTS)]).then(function () {
      var slips = window.dcSearchSlips;
      var meant = isFound ? slips.homophones(query, data) : slips.candidates(query, data);
      return firstThatFinds(meant.slice(0, MOST_TRIED));
    }).catch(function () { return null; });
  }

  window.dcSearchHelp = { put: put, attach: attach, hint: hint };
}());
