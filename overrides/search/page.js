/* The page of the search: reads the question from the address, asks the engine (engine.js), shows what it says.
   The address carries everything, so a search can be kept, sent, and gone back to.  From a disk, where a page may not change
   its address, a link simply opens the page anew. */
(function () {
  'use strict';

  var form = document.getElementById('dc-search');
  var box = document.getElementById('dc-search-box');
  var tick = document.getElementById('dc-search-title');
  var place = document.getElementById('dc-answer');
  var view = window.dcSearchAnswer;
  var element = window.dcTools.element;
  var root = form.getAttribute('data-root').replace(/index\.html$/, '');
  var pageTitle = document.title;
  var FILTERS = window.dcSearchFilters.names;
  var PATIENCE = 300;
  var AT_ONCE = 5;
  var status = element('p', 'dc-hidden');
  var waiting = element('p', 'dc-answer__waiting', '正在查找……');
  var answerBox = element('div', 'dc-answer__box');
  var slip = element('p', 'dc-search__slip');
  var asked = read();
  var signal = { stale: true };

  // What was said of a script that did not come was not about this one.
  place.textContent = '';
  status.setAttribute('role', 'status');
  slip.setAttribute('role', 'status');
  form.querySelector('.dc-search__line').insertAdjacentElement('afterend', slip);
  waiting.hidden = true;
  [status, waiting, answerBox].forEach(function (each) { place.appendChild(each); });

  function read() {
    var given = new URLSearchParams(window.location.search), filters = {};
    FILTERS.forEach(function (name) { filters[name] = given.get(name) || ''; });
    return {
      text: (given.get('q') || '').trim(),
      title: given.get('title') === '1',
      sort: given.get('sort') === 'date' ? 'date' : 'relevance',
      page: Math.max(parseInt(given.get('page'), 10) || 1, 1),
      filters: filters
    };
  }

  function addressOf(state) {
    var parts = ['q=' + encodeURIComponent(state.text)];
    if (state.title) { parts.push('title=1'); }
    if (state.sort === 'date') { parts.push('sort=date'); }
    if (state.page > 1) { parts.push('page=' + state.page); }
    FILTERS.forEach(function (name) {
      if (state.filters[name]) { parts.push(name + '=' + encodeURIComponent(state.filters[name])); }
    });
    return '?' + parts.join('&');
  }

  function pause(time) {
    return new Promise(function (resolve) { window.setTimeout(resolve, time); });
  }

  /* Where the reader was on this page, for the way back to it. */
  function keepPlace() {
    try {
      window.history.replaceState({ y: window.pageYOffset }, '', window.location.href);
    } catch (refused) {
      // Without it the way back leads to the top.
    }
  }

  function go(state, focus) {
    var address = addressOf(state);
    if (address === addressOf(asked)) {
      show(state, { focus: focus });
      return;
    }
    keepPlace();
    try {
      window.history.pushState(null, '', address);
    } catch (refused) {
      window.location.assign(address);
      return;
    }
    show(state, { focus: focus });
  }

  /* What the makers of answer.js and filters.js need to know of the question that they answer. */
  function makerFor(state, answer) {
    return {
      pageSize: 20,
      address: function (result) {
        return /^https:/.test(result.address) ? result.address : root + result.address.replace(/(^|\/)(#|$)/, '$1index.html$2');
      },
      mark: function (text) { return window.dcSearch.mark(text, answer.words); },
      link: function (words, changes) {
        var next = Object.assign({}, state, changes), made = element('a', '', words);
        made.href = addressOf(next);
        made.addEventListener('click', function (event) {
          if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }
          event.preventDefault();
          go(next, true);
        });
        return made;
      }
    };
  }

  /* At once: what moves slowly is for ways that the reader can follow with the eye. */
  function scrollTo(y) {
    if ('scrollBehavior' in document.documentElement.style) {
      window.scrollTo({ left: 0, top: y, behavior: 'instant' });
    } else {
      window.scrollTo(0, y);
    }
  }

  /* Nothing is asked any more: no waiting, no room kept for an answer. */
  function rest() {
    waiting.hidden = true;
    place.removeAttribute('aria-busy');
    document.documentElement.removeAttribute('data-dc-asked');
  }

  function put(shown, words, how) {
    rest();
    answerBox.textContent = '';
    answerBox.appendChild(shown.node);
    status.textContent = words;
    // What helps when nothing is found says it, too, and stands right above.
    document.getElementById('dc-ask').hidden = Boolean(shown.asks);
    if (how.focus) {
      shown.heading.focus({ preventScroll: true });
      shown.heading.scrollIntoView({ behavior: 'instant' });
    }
    if (how.y) { scrollTo(how.y); }
  }

  function sentence(hit, answer) {
    return window.dcSearch.sentence(hit.result, answer).then(function (pieces) {
      view.fillSentence(hit.place, pieces);
    }, function () {
      view.fillSentence(hit.place, []);
    });
  }

  function distance(each) {
    var seen = each.place.getBoundingClientRect();
    return Math.abs(seen.top + seen.bottom - window.innerHeight);
  }

  /* The sentences of the other results, those nearest to what the reader sees first. */
  function sentences(hits, answer, mine) {
    function next() {
      if (mine.stale || !hits.length) { return null; }
      hits.sort(function (one, other) { return distance(one) - distance(other); });
      return sentence(hits.shift(), answer).then(next);
    }
    for (var each = 0; each < AT_ONCE; each += 1) { next(); }
  }

  /* What was probably meant: shown, and said; room is kept for it when it comes after the answer. */
  function hint(state, answer, shown, make, mine) {
    shown.hint.classList.add('dc-answer__hint--waiting');
    return window.dcSearchHelp.hint(state.text, answer).then(function (found) {
      if (!found) { return; }
      shown.meant = view.suggestion(shown.hint, found.text, make);
      if (!mine.stale && shown.isPut) { status.textContent = shown.meant; }
    }).catch(function () {
      // Nobody needs a hint to read the answer.
    }).then(function () {
      // A place that readers see keeps its room, or what is below would jump.
      if (!shown.isPut) { shown.hint.classList.remove('dc-answer__hint--waiting'); }
    });
  }

  function said(answer, state, shown) {
    var found = '没有找到“' + state.text + '”。';
    if (answer.total) {
      found = '找到 ' + answer.total + ' 件。' + (answer.pages > 1 ? '现在是第 ' + state.page + ' 页，共 ' + answer.pages + ' 页。' : '');
    }
    return found + (shown.meant || '');
  }

  function answered(answer, state, how, mine) {
    if (answer.total && !answer.results.length && state.page > answer.pages) {
      return show(Object.assign({}, state, { page: answer.pages }), how);
    }
    // The names of the filters in use are needed at once, what else can be chosen is not.
    var isNarrowed = FILTERS.some(function (name) { return state.filters[name]; });
    var counted = window.dcSearch.facets(answer).catch(function () { return []; });
    return Promise.resolve(isNarrowed ? counted : []).then(function (facets) {
      if (mine.stale) { return null; }
      var make = makerFor(state, answer);
      var shown = answer.total ? view.answered(answer, facets, state, make) : view.nothing(answer, facets, state, make);
      var hits = shown.hits || [];
      var narrowed = shown.narrow ? counted.then(shown.narrow) : null;
      // A moment for what belongs on the first screen: then nothing moves there any more.  The way back leads to a place
      // among all of it, and a reader who is not there yet can wait a little longer.
      var first = hits.splice(0, how.y ? hits.length : AT_ONCE).map(function (each) { return sentence(each, answer); });
      return Promise.race([Promise.all(first.concat(narrowed, hint(state, answer, shown, make, mine))), pause(how.y ? 4 * PATIENCE : PATIENCE)]).then(function () {
        if (mine.stale) { return; }
        shown.isPut = true;
        put(shown, said(answer, state, shown), how);
        sentences(hits, answer, mine);
      });
    });
  }

  /* The name of the file that a trouble is about, for whoever answers the telephone; what else it says helps nobody there. */
  function fileOf(trouble) {
    var found = /^([a-z]+[0-9-]*)(?:\.js)?(?:\?.*)?$/.exec(String(trouble.file || '').split('/').pop());
    return found ? '（文件：' + found[1] + '.js）' : '';
  }

  function failed(trouble, state, how) {
    function again() { show(state, { focus: true }); }
    var shown = {
      offline: view.trouble('没有取到搜索用的数据', '可能是网络断了。请看看网络连上没有，再试一次。也可以从下面的目录里找，或者打电话问。', again),
      empty: view.trouble('没有可以查找的字词', '没有写要找的字词。请写几个要紧的字，再按“搜索”。', null)
    }[trouble.kind] || view.trouble('搜索用的数据坏了', '网站可能正在更新，请过一会儿再试。还是不行的，请打电话告诉我们' + fileOf(trouble) + '。', again);
    put(shown, shown.heading.textContent + '。', how);
  }

  function show(state, how) {
    var mine = { stale: false };
    signal.stale = true;
    signal = mine;
    asked = state;
    slip.textContent = '';
    // Before this script came a reader may have begun to write.
    if (!how.isFirst || box.value === box.defaultValue) { box.value = state.text; }
    if (!how.isFirst || tick.checked === tick.defaultChecked) { tick.checked = state.title; }
    document.title = (state.text ? state.text + (state.page > 1 ? '（第 ' + state.page + ' 页）' : '') + ' - ' : '') + pageTitle;
    if (!state.text) {
      rest();
      answerBox.textContent = status.textContent = '';
      document.getElementById('dc-ask').hidden = false;
      return null;
    }
    place.setAttribute('aria-busy', 'true');
    document.documentElement.setAttribute('data-dc-asked', '');
    window.setTimeout(function () {
      if (!mine.stale && place.hasAttribute('aria-busy')) {
        waiting.hidden = false;
        status.textContent = waiting.textContent;
      }
    }, PATIENCE);
    return window.dcSearch.search(state, mine).then(function (answer) {
      return mine.stale ? null : answered(answer, state, how, mine);
    }).catch(function (trouble) {
      if (mine.stale || trouble.kind === 'stale') { return; }
      failed(trouble, state, how);
      if (!trouble.kind) { throw trouble; }
    });
  }

  /* What the form says now; other words are another question, without the filters of the last. */
  function ask(text, focus) {
    var changes = { text: text, title: tick.checked, page: 1 };
    if (text !== asked.text) { changes.filters = {}; }
    go(Object.assign({}, asked, changes), focus);
  }

  /* Nothing is written in the box: the answer stays, but a search under way is given up, and with it what was there before. */
  function refuse() {
    if (place.hasAttribute('aria-busy')) {
      signal.stale = true;
      rest();
      answerBox.textContent = status.textContent = '';
      document.getElementById('dc-ask').hidden = false;
    }
    slip.textContent = '没有写要找的字词，请先写几个字。';
    box.focus();
  }

  function submit() {
    var text = box.value.trim();
    if (text) { ask(text, true); } else { refuse(); }
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    submit();
  });
  tick.addEventListener('change', function () {
    if (asked.text) { ask(box.value.trim() || asked.text, false); }
  });
  window.addEventListener('popstate', function (event) {
    var state = read();
    // The skip link changes the address, too, but not the question.
    if (addressOf(state) !== addressOf(asked)) { show(state, { focus: true, y: event.state && event.state.y }); }
  });
  window.addEventListener('pagehide', keepPlace);
  window.dcTools.address = function () { return window.location.href.split('#')[0]; };
  window.dcSearchHelp.attach(box, function (text) {
    box.value = text || box.value;
    submit();
  });
  show(asked, { isFirst: true, y: window.history.state && window.history.state.y });
}());
