// What a table says of the rows that it shows: its caption, and the sums of the rows found; window.dcTableState.
(function () {
  'use strict';

  // What is asked for, as words: 村：第7村；含“户5”.
  function condition(table) {
    var parts = table.controls.filters.filter(function (filter) { return filter.select.value; }).map(function (filter) {
      return table.heads[filter.place].text + '：' + filter.select.value;
    });
    var words = table.controls.words ? table.controls.words.value.trim() : '';
    return (words ? parts.concat('含“' + words + '”') : parts).join('；');
  }

  function order(table) {
    return table.sort.place < 0 ? '' : '按“' + table.controls.sort.options[table.controls.sort.selectedIndex].text + '”排列';
  }

  // The caption is read, printed and focused, so that it has to be true of the rows below it.
  function caption(table, count, isOwn) {
    var node = table.node.caption.querySelector('.dc-data__state');
    if (!node) {
      node = table.node.caption.appendChild(document.createElement('span'));
      node.className = 'dc-data__state';
    }
    if (table.ownState === undefined) {
      table.ownState = node.textContent;
    }
    if (isOwn) {
      node.textContent = table.ownState;
      return;
    }
    var parts = [];
    if (table.isNarrowed) {
      parts.push((count ? '符合条件的 ' + count + ' 条' : '没有符合条件的') + '（' + condition(table) + '）');
    }
    if (table.sort.place >= 0) {
      parts.push(order(table));
    }
    if (count > table.size) {
      var start = (table.page - 1) * table.size;
      parts.push('这一页是' + (parts.length ? '其中' : '') + '第 ' + (start + 1) + ' 条到第 ' + Math.min(start + table.size, count) + ' 条');
    }
    node.textContent = parts.map(function (part) { return '，' + part; }).join('');
  }

  // 1234.5 with two places as 123450: whole numbers are added exactly, so that a sum of money is right to the last place.
  function inLeast(key, places) {
    return Number(key.toFixed(places).replace('.', ''));
  }

  function written(sum, places) {
    var digits = String(Math.abs(sum));
    while (digits.length <= places) {
      digits = '0' + digits;
    }
    var cut = digits.length - places;
    return (sum < 0 ? '-' : '') + digits.slice(0, cut).replace(/\B(?=(\d{3})+$)/g, ',') + (places ? '.' + digits.slice(cut) : '');
  }

  // The sum of a column over `rows`, in the places of the sum over all; '' where it is too large to be exact.
  function sumOf(rows, place, whole) {
    var places = (whole.split('.')[1] || '').length;
    var isExact = true;
    var sum = rows.reduce(function (before, row) {
      var key = row.cells[place].key;
      var next = key === '' ? before : before + inLeast(key, places);
      isExact = isExact && Number.isSafeInteger(next);
      return next;
    }, 0);
    return isExact ? written(sum, places) : '';
  }

  function totals(table, rows) {
    if (!table.node.tFoot) {
      return;
    }
    var cells = table.node.tFoot.rows[0].cells;
    table.ownTotals = table.ownTotals || Array.prototype.map.call(cells, function (cell) { return cell.textContent; });
    var sums = table.ownTotals.map(function (text, place) {
      return table.isNarrowed && table.heads[place].isSum ? sumOf(rows, place, text) : '';
    });
    if (sums.join('')) {
      sums[0] = '合计（符合条件的 ' + rows.length + ' 条）';
    }
    Array.prototype.forEach.call(cells, function (cell, place) {
      cell.textContent = sums[0] && table.heads[place].isSum ? sums[place] || '—' : sums[0] && !place ? sums[0] : table.ownTotals[place];
    });
  }

  window.dcTableState = { order: order, caption: caption, totals: totals };
})();
