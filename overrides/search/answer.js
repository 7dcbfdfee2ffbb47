/* What /search/ shows: an answer of the engine, "nothing found" with what may help, or a trouble, as elements of the page.
   Each maker returns {node, heading} and, where they fit, hits (result and the place for its sentence), hint (the place for a
   better spelling), asks (whether it says whom to ask).  `make` is page.js's: make.link(words, change) is a link to the
   same question with some of it changed, make.mark(text) are pieces with the hits, make.address(result) is where a document
   is, make.pageSize how many are on a page. */
(function () {
  'use strict';

  var element = window.dcTools.element;
  var filters = window.dcSearchFilters;
  var language = window.dcSearchWords;
  var put = filters.put;
  // 统一社会信用代码/年份-序号; what else a document is known by is its 文号.
  var INDEX_NUMBER = /^[0-9A-Z]{18}\/[0-9]{4,6}-[0-9]+$/;

  function headingOf(words) {
    var made = element('h2', 'dc-answer__title', words);
    made.tabIndex = -1;
    return made;
  }

  function short(text) {
    return text.length > 40 ? text.slice(0, 40) + '…' : text;
  }

  function quoted(words) {
    return words.map(function (word) { return '“' + word + '”'; }).join('、');
  }

  function day(iso) {
    var found = iso.split('-').map(Number);
    var made = element('time', '', found[0] + '年' + found[1] + '月' + found[2] + '日');
    made.dateTime = iso;
    return made;
  }

  function fill(place, pieces) {
    place.textContent = '';
    put(place, pieces.map(function (piece) {
      return piece.hit ? element('mark', 'dc-hit__mark', piece.text) : piece.text;
    }));
  }

  /* A fact of a result; where the value speaks for itself, only screen readers are told the label. */
  function fact(label, values, isPlain) {
    return put(element('div', 'dc-line'), [element('dt', isPlain ? 'dc-hidden' : '', label), put(element('dd'), values)]);
  }

  function hit(result, make, hits) {
    var link = element('a', 'dc-hit__link');
    var text = element('p', 'dc-hit__text dc-hit__text--waiting');
    link.href = make.address(result);
    fill(link, make.mark(result.title));
    hits.push({ result: result, place: text });
    return put(element('li', 'dc-hit'), [
      put(element('h4', 'dc-hit__title'), [link]),
      put(element('dl', 'dc-hit__facts'), [
        result.validity ? fact('有效性', [element('span', 'dc-badge dc-badge--' + (result.tone || 'good'), result.validity)], true) : null,
        result.number ? fact(INDEX_NUMBER.test(result.number) ? '索引号' : '文号', [result.number], false) : null,
        result.organ ? fact('发文机关', [result.organ], true) : null,
        result.day ? fact('发布日期', [day(result.day), '发布'], true) : null,
        /^https:/.test(result.address) ? fact('在另一个网站', [result.address.split('/')[2]], false) : null
      ]),
      text
    ]);
  }

  function exactly(answer, state) {
    if (answer.widened.length) { return '含有这些字词，或者意思相同的词'; }
    var parts = language.parsed(state.text), isOne = parts.words.length === 1 && !parts.excluded.length && !parts.words[0].phrase;
    return isOne ? '含有“' + short(state.text) + '”' : '含有全部字词';
  }

  function tierTitle(tier, answer, state) {
    var words = {
      exact: exactly(answer, state),
      all: '字都有，但不全连在一起',
      most: '只含有大部分字词，供参考'
    }[tier.id];
    return [words, element('span', 'dc-answer__count', '（' + tier.total + ' 件）')];
  }

  /* Whether the tiers do not follow each other: newest first they may be mixed. */
  function areMixed(results) {
    var changes = results.filter(function (each, at) { return !at || each.tier !== results[at - 1].tier; });
    return changes.some(function (each, at) {
      return changes.slice(0, at).some(function (earlier) { return earlier.tier === each.tier; });
    });
  }

  /* The results in lists: the document that was named first, then one list for each tier. */
  function lists(answer, state, make, hits) {
    var place = (state.page - 1) * make.pageSize + 1, parts = [], before = '';
    var mixed = areMixed(answer.results.filter(function (each) { return !each.direct; }));
    answer.results.forEach(function (result) {
      var group = result.direct ? 'direct' : mixed ? 'mixed' : result.tier;
      if (group !== before) {
        var tier = answer.tiers.filter(function (each) { return each.id === group; })[0];
        var words = result.direct ? ['您找的文件'] : tier ? tierTitle(tier, answer, state) : ['找到的文件'];
        var list = element('ol', 'dc-hits' + (result.direct ? ' dc-hits--direct' : ''));
        list.start = place;
        parts.push(put(element('h3', 'dc-answer__tier'), words), list);
      }
      before = group;
      parts[parts.length - 1].appendChild(hit(result, make, hits));
      place += 1;
    });
    return parts;
  }

  /* 翻页, as in components/lists.html. */
  function pager(answer, state, make) {
    if (answer.pages < 2) { return null; }
    var list = element('ul', 'dc-pager__list');
    function entry(child) { list.appendChild(put(element('li'), [child])); }
    function turn(words, page) {
      var link = make.link(words, { page: page });
      link.className = 'dc-pager__link';
      return link;
    }
    if (state.page > 1) { entry(turn('上一页', state.page - 1)); }
    for (var page = 1; page <= answer.pages; page += 1) {
      if (page === 1 || page === answer.pages || Math.abs(page - state.page) <= 2) {
        var isHere = page === state.page, each = isHere ? element('span', 'dc-pager__link') : turn('', page);
        if (isHere) { each.setAttribute('aria-current', 'page'); }
        entry(put(each, [element('span', 'dc-hidden', '第 '), String(page), element('span', 'dc-hidden', ' 页')]));
      }
    }
    if (state.page < answer.pages) { entry(turn('下一页', state.page + 1)); }
    var made = element('nav', 'dc-pager');
    made.setAttribute('aria-label', '搜索结果翻页');
    return put(made, [
      element('p', 'dc-pager__state', '第 ' + state.page + ' 页，共 ' + answer.pages + ' 页，' + answer.total + ' 件'),
      list
    ]);
  }

  function notes(answer) {
    var made = [];
    answer.widened.forEach(function (each) {
      made.push('也搜索了和“' + each.word + '”意思相同的' + quoted(each.to) + '。');
    });
    if (answer.ignored.length) { made.push('没有用' + quoted(answer.ignored) + '来查找。'); }
    return made.map(function (words) { return element('p', 'dc-answer__note', words); });
  }

  function answered(answer, facets, state, make) {
    var hits = [];
    var heading = headingOf('“' + short(state.text) + '”：找到 ' + answer.total + ' 件' +
      (state.page > 1 ? '，第 ' + state.page + ' 页' : ''));
    var hint = element('div', 'dc-answer__hint');
    var head = put(element('div', 'dc-answer__head'), [heading, hint].concat(notes(answer), filters.goneNotes(facets, state, make), [
      filters.chosenList(facets, state, make),
      filters.order(answer, state, make)
    ]));
    var aside = filters.narrow();
    var body = put(element('div', 'dc-answer__body'), lists(answer, state, make, hits).concat([pager(answer, state, make)]));
    return {
      node: put(document.createDocumentFragment(), [head, aside, body]),
      heading: heading,
      hits: hits,
      hint: hint,
      narrow: function (found) {
        if (filters.fillNarrow(aside, found, answer, state, make)) { return; }
        aside.parentNode.removeChild(aside);
        body.classList.add('dc-answer__body--alone');
      }
    };
  }

  /* What may have been in the way: only what applies, each as a link that takes it away; nothing that was excluded becomes wanted. */
  function ways(facets, state, make) {
    var parts = language.parsed(state.text), found = [];
    var used = filters.chosen(facets, state).filter(function (each) { return !each.isGone; });
    function ask(words, wanted, excluded) { found.push(make.link(words, { text: language.written(wanted, excluded), page: 1 })); }
    if (used.length) {
      found.push(make.link('不加条件再找（现在只看' + quoted(used.map(function (each) { return each.name; })) + '）',
        { filters: {}, page: 1 }));
    }
    if (state.title) { found.push(make.link('不只在标题里找，也在正文里找', { title: false, page: 1 })); }
    if (parts.words.some(function (word) { return word.phrase; })) {
      ask('去掉引号再找', parts.words.map(language.unquoted), parts.excluded);
    }
    if (parts.excluded.length) { ask('去掉减号和后面的词再找', parts.words, []); }
    if (parts.words.length > 1) {
      parts.words.slice(0, 5).map(language.unquoted).forEach(function (word) { ask('只找“' + short(word.text) + '”', [word], []); });
    }
    return found;
  }

  function nothing(answer, facets, state, make) {
    var heading = headingOf('没有找到“' + short(state.text) + '”');
    var hint = element('div', 'dc-answer__hint');
    var links = ways(facets, state, make);
    var list = element('ul', 'dc-nothing__list');
    links.forEach(function (link) { list.appendChild(put(element('li'), [link])); });
    var ask = document.getElementById('dc-ask').cloneNode(true);
    ask.removeAttribute('id');
    ask.hidden = false;
    return {
      asks: true,
      heading: heading,
      hint: hint,
      node: put(element('div', 'dc-nothing'), [heading, hint].concat(notes(answer), filters.goneNotes(facets, state, make), [
        links.length ? element('p', '', '可以试试：') : null,
        links.length ? list : null,
        element('p', '', '可能是写法不一样：换一个说法，或者写短一点，只留最要紧的两三个字。'),
        element('p', '', '也可以从下面的目录里找：按年份、主题、机关、栏目。'),
        ask
      ]))
    };
  }

  function trouble(title, words, retry) {
    var heading = headingOf(title);
    var button = retry ? window.dcTools.button('再试一次', retry) : null;
    return {
      heading: heading,
      node: put(element('div', 'dc-nothing'), [heading, element('p', '', words), button])
    };
  }

  function suggestion(place, text, make) {
    var words = '您要找的是不是：';
    fill(place, []);
    put(place, [put(element('p', 'dc-answer__suggestion'), [words, make.link(text, { text: text, filters: {}, page: 1 })])]);
    return words + text + '。';
  }

  window.dcSearchAnswer = {
    answered: answered,
    nothing: nothing,
    trouble: trouble,
    suggestion: suggestion,
    fillSentence: function (place, pieces) {
      fill(place, pieces);
      place.classList.remove('dc-hit__text--waiting');
    }
  };
}());
