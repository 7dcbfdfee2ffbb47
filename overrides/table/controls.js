// What one sorts and filters a table with: buttons in its heads, a box for words, a choice for each filter; window.dcTableControls.
(function () {
  'use strict';
  function heads(table) {
    table.heads.forEach(function (head, place) {
      var button = window.dcTools.button(head.text, function () {
        var isOn = table.sort.place === place;
        table.sortBy(isOn && table.sort.isDown ? -1 : place, isOn && !table.sort.isDown);
      });
      button.className = 'dc-data__sort';
      head.node.textContent = '';
      head.node.appendChild(button);
    });
  }

  function panel(table) {
    var panel = window.dcTools.element('details', 'dc-filter');
    var fields = window.dcTools.element('div', 'dc-filter__fields');
    panel.open = window.getComputedStyle(document.documentElement).getPropertyValue('--dc-only-cards').trim() === 'none';
    panel.setAttribute('data-dc-silent', '');
    if (table.node.classList.contains('dc-data--cards')) {
      panel.classList.add('dc-data--cards');
    }
    panel.appendChild(window.dcTools.element('summary', 'dc-filter__summary', '在表里找、筛选和排序'));
    panel.appendChild(fields);

    function field(words, control, className) {
      var box = fields.appendChild(window.dcTools.element('div', 'dc-filter__field ' + (className || '')));
      var label = box.appendChild(window.dcTools.element('label', '', words));
      control.id = table.node.id + '-' + fields.children.length;
      control.className = 'dc-filter__control';
      control.setAttribute('autocomplete', 'off');
      label.htmlFor = control.id;
      return box.appendChild(control);
    }

    function choice(select, value, words) {
      var option = window.dcTools.element('option', '', words);
      option.value = value;
      select.appendChild(option);
    }

    table.controls.words = field('在表里找', window.dcTools.element('input'));
    table.controls.words.type = 'search';
    table.controls.words.addEventListener('input', function () { table.change(); });
    table.heads.forEach(function (head, place) {
      if (head.choices === null) {
        return;
      }
      var found = head.choices ? head.choices.split('\n') : [];
      if (!found.length) {
        table.rows.forEach(function (row) {
          row.cells[place].values.forEach(function (value) {
            if (found.indexOf(value) < 0) {
              found.push(value);
            }
          });
        });
      }
      if (found.length > 1) {
        var select = field(head.text, window.dcTools.element('select'));
        choice(select, '', '全部');
        found.forEach(function (value) { choice(select, value, value); });
        select.addEventListener('change', function () { table.change(); });
        table.controls.filters.push({ place: place, select: select });
      }
    });
    table.controls.sort = field('排序', window.dcTools.element('select'), 'dc-filter__field--sort');
    choice(table.controls.sort, '', '原来的次序');
    table.heads.forEach(function (head, place) {
      var ways = head.kind === 'number' ? ['从小到大', '从大到小'] : head.kind === 'day' ? ['从早到晚', '从晚到早'] : ['从前到后', '从后到前'];
      choice(table.controls.sort, place + 'a', head.text + '：' + ways[0]);
      choice(table.controls.sort, place + 'd', head.text + '：' + ways[1]);
    });
    table.controls.sort.addEventListener('change', function () {
      var chosen = table.controls.sort.value;
      table.sortBy(chosen ? parseInt(chosen, 10) : -1, /d$/.test(chosen));
    });
    table.clear = fields.appendChild(window.dcTools.button('清除条件', function () {
      table.reset();
      table.controls.words.focus();
    }));
    table.clear.hidden = true;
    table.status = panel.appendChild(window.dcTools.element('p', 'dc-filter__status'));
    table.status.setAttribute('role', 'status');
    panel.addEventListener('focusin', function () { table.whole(function () {}); });
    table.node.parentNode.insertBefore(panel, table.node);
    table.panel = panel;
  }

  window.dcTableControls = { heads: heads, panel: panel };
})();
