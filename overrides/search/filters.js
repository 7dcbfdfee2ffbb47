/* What /search/ offers to narrow an answer: the filters in use, the order, and the choices of each facet with their counts.
   All are links to the same question with something changed (make.link of page.js), so the address carries everything. */
(function () {
  'use strict';

  var element = window.dcTools.element;
  var FEW = 8;
  var NAMES = {
    part: '部分', item: '栏目', year: '年份', organ: '机关', theme: '主题', genre: '体裁', validity: '有效性'
  };

  function put(parent, children) {
    children.forEach(function (child) {
      if (child) { parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : child); }
    });
    return parent;
  }

  function without(state, name) {
    var filters = Object.assign({}, state.filters);
    filters[name] = '';
    return { filters: filters, page: 1 };
  }

  function choose(state, name, id) {
    var change = without(state, name);
    change.filters[name] = id;
    return change;
  }

  /* The filters in use, each with its names as people know them.  An old address may name a choice that is gone (isGone);
     the engine lets everything pass it. */
  function chosen(facets, state) {
    return Object.keys(state.filters).filter(function (name) { return state.filters[name]; }).map(function (name) {
      var facet = facets.filter(function (each) { return each.id === name; })[0];
      var choice = facet && facet.choices.filter(function (each) { return each.id === state.filters[name]; })[0];
      return {
        id: name, facet: facet ? facet.name : NAMES[name], name: choice ? choice.name : state.filters[name],
        isGone: facets.length > 0 && !choice
      };
    });
  }

  function chosenList(facets, state, make) {
    var used = chosen(facets, state).filter(function (each) { return !each.isGone; });
    if (!used.length) { return null; }
    var list = element('ul', 'dc-chosen__list');
    used.forEach(function (each) {
      var link = make.link(each.facet + '：' + each.name + '（去掉）', without(state, each.id));
      link.className = 'dc-button';
      list.appendChild(put(element('li'), [link]));
    });
    if (used.length > 1) {
      var all = make.link('全部去掉', { filters: {}, page: 1 });
      all.className = 'dc-button';
      list.appendChild(put(element('li'), [all]));
    }
    return put(element('div', 'dc-chosen'), [element('p', 'dc-chosen__label', '只看：'), list]);
  }

  /* Of each filter in use that is gone, that it is, with a link that takes it out of the address. */
  function goneNotes(facets, state, make) {
    return chosen(facets, state).filter(function (each) { return each.isGone; }).map(function (each) {
      var link = make.link('去掉' + each.facet + '条件', without(state, each.id));
      link.className = 'dc-button';
      return put(element('div', 'dc-answer__note'), ['按' + each.facet + '选的条件现在没有了，这次查找没有加这个条件。', link]);
    });
  }

  function order(answer, state, make) {
    if (answer.total < 2) { return null; }
    var list = element('ul', 'dc-order');
    list.setAttribute('aria-label', '排序');
    [['relevance', '相关的在前'], ['date', '新的在前']].forEach(function (pair) {
      var isHere = state.sort === pair[0];
      var each = isHere ? element('span', '', pair[1]) : make.link(pair[1], { sort: pair[0], page: 1 });
      each.className = 'dc-pager__link';
      if (isHere) { each.setAttribute('aria-current', 'true'); }
      list.appendChild(put(element('li'), [each]));
    });
    return list;
  }

  function choices(some, facet, state, make) {
    var list = element('ul', 'dc-narrow__list');
    some.forEach(function (each) {
      var row = each.chosen ? element('span') : make.link('', choose(state, facet.id, each.id));
      row.className = 'dc-narrow__link';
      if (each.chosen) { row.setAttribute('aria-current', 'true'); }
      put(row, [element('span', 'dc-narrow__text', each.name), ' ', element('span', 'dc-narrow__count', each.count + ' 件')]);
      list.appendChild(put(element('li'), [row]));
    });
    return list;
  }

  /* The chosen one first; of many choices the largest first, so that those are seen without 更多. */
  function inOrder(choices) {
    var many = choices.length > FEW;
    return choices.map(function (choice, at) { return { choice: choice, at: at }; }).sort(function (one, other) {
      return other.choice.chosen - one.choice.chosen || (many && other.choice.count - one.choice.count) || one.at - other.at;
    }).map(function (each) { return each.choice; });
  }

  function facetOf(facet, answer, state, make) {
    var shown = inOrder(facet.choices);
    var used = shown.length && shown[0].chosen;
    // One choice that all documents share narrows nothing.
    if (!shown.length || (!used && shown.length === 1 && shown[0].count === answer.total)) { return null; }
    var made = put(element('div', 'dc-narrow__facet'), [element('h4', 'dc-narrow__name', facet.name)]);
    if (used) {
      var all = make.link('不限' + facet.name, without(state, facet.id));
      all.className = 'dc-narrow__link';
      made.appendChild(all);
    }
    made.appendChild(choices(shown.slice(0, FEW), facet, state, make));
    if (shown.length > FEW) {
      var more = element('details', 'dc-narrow__more');
      var summary = element('summary', 'dc-narrow__link', '更多' + facet.name + '（' + (shown.length - FEW) + ' 个）');
      made.appendChild(put(more, [summary, choices(shown.slice(FEW), facet, state, make)]));
    }
    return made;
  }

  /* The filters: beside the results where there is room, behind a button on a phone and in 长者模式. */
  function narrow() {
    var made = element('section', 'dc-narrow'), body = element('div', 'dc-narrow__body');
    var button = window.dcTools.button('缩小范围', function () {
      var isOpen = made.classList.toggle('dc-narrow--open');
      button.setAttribute('aria-expanded', String(isOpen));
    });
    button.classList.add('dc-narrow__switch');
    button.setAttribute('aria-expanded', 'false');
    body.id = 'dc-narrow';
    button.setAttribute('aria-controls', body.id);
    made.setAttribute('aria-label', '缩小范围');
    made.setAttribute('data-dc-silent', '');
    return put(made, [button, put(body, [element('h3', 'dc-narrow__title', '缩小范围')])]);
  }

  /* Their choices, which come a moment after the answer; false if there is nothing to choose. */
  function fillNarrow(made, facets, answer, state, make) {
    var shown = facets.map(function (each) { return facetOf(each, answer, state, make); });
    put(made.querySelector('.dc-narrow__body'), shown);
    return shown.some(Boolean);
  }

  window.dcSearchFilters = {
    names: Object.keys(NAMES), put: put, chosen: chosen, chosenList: chosenList, goneNotes: goneNotes, order: order, narrow: narrow,
    fillNarrow: fillNarrow
  };
}());
