/* The deadline calculator of /apply/: the last days for an answer and for a correction notice, counted day by day.
   It reads the days off and the worked weekends from the table in the page (#dc-workdays) and asks no one. */
(function () {
  'use strict';

  var source = document.getElementById('dc-workdays');
  if (!source) { return; }
  var element = window.dcTools.element;
  var DAY = 24 * 3600 * 1000;
  var WEEKDAYS = '日一二三四五六';
  var years = {}, off = {}, worked = {};

  function utc(text) {
    var found = /^\s*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(text);
    if (!found) { return null; }
    var time = Date.UTC(+found[1], found[2] - 1, +found[3]);
    var date = new Date(time);
    return date.getUTCMonth() === found[2] - 1 && date.getUTCDate() === +found[3] ? time : null;
  }

  function inWords(time) {
    var date = new Date(time);
    return date.getUTCFullYear() + '年' + (date.getUTCMonth() + 1) + '月' + date.getUTCDate() + '日';
  }

  function read() {
    source.querySelectorAll('table[data-year]').forEach(function (table) {
      years[table.dataset.year] = true;
      table.querySelectorAll('tr[data-kind]').forEach(function (row) {
        var times = row.querySelectorAll('time');
        var last = utc(times[times.length - 1].dateTime);
        for (var time = utc(times[0].dateTime); time <= last; time += DAY) {
          (row.dataset.kind === 'off' ? off : worked)[time] = row.querySelector('th').textContent;
        }
      });
    });
  }

  /* The days from the one after receipt to the count-th working day; unknown is the first year that is not known. */
  function count(received, wanted) {
    var days = [], number = 0, time = received;
    while (number < wanted) {
      time += DAY;
      var date = new Date(time), year = date.getUTCFullYear(), weekday = date.getUTCDay();
      if (!years[year]) { return { unknown: year, days: days }; }
      var isWeekend = weekday === 0 || weekday === 6;
      var counts = worked[time] || !(isWeekend || off[time]);
      if (counts) { number += 1; }
      days.push({
        time: time,
        weekday: WEEKDAYS[weekday],
        number: counts ? number : 0,
        note: counts ? (worked[time] ? '调休上班' : '') : off[time] || '周末'
      });
    }
    return { last: time, days: days };
  }

  function sentence(term, before, after) {
    if (term.unknown) {
      return before + '算不出来：这里没有' + term.unknown + '年的放假安排。请打电话问。';
    }
    return inWords(term.last) + '以前（含当天）' + after;
  }

  function table(received, days) {
    var made = element('table', 'dc-days');
    made.appendChild(element('caption', '', inWords(received) + '收到申请，从第二天开始，一天一天数'));
    var head = made.createTHead().insertRow();
    ['日期', '算不算工作日'].forEach(function (text) {
      var cell = element('th', '', text);
      cell.scope = 'col';
      head.appendChild(cell);
    });
    var body = made.createTBody();
    days.forEach(function (day) {
      var row = body.insertRow();
      var cell = element('th', '', inWords(day.time));
      cell.scope = 'row';
      cell.appendChild(element('span', 'dc-days__weekday', '（星期' + day.weekday + '）'));
      row.appendChild(cell);
      row.insertCell().textContent = (day.number ? '第 ' + day.number + ' 天' : '不算') +
        (day.note ? '（' + day.note + '）' : '');
    });
    return made;
  }

  function build() {
    var box = element('div', 'dc-deadline');
    var label = element('label', 'dc-deadline__label', '机关哪天收到您的申请？');
    var field = element('input', 'dc-deadline__field');
    var status = element('div', 'dc-deadline__answer');
    var details = element('details', 'dc-details');
    box.appendChild(element('h3', 'dc-deadline__title', '算一算哪天答复'));
    label.htmlFor = 'dc-deadline-day';
    field.id = 'dc-deadline-day';
    field.type = 'date';
    field.autocomplete = 'off';
    status.setAttribute('role', 'status');
    details.appendChild(element('summary', 'dc-details__summary', '这几天是怎么算的'));
    details.hidden = true;
    [label, field, status, details].forEach(function (each) { box.appendChild(each); });

    function answer(event) {
      var received = utc(field.value);
      // While a year is being typed the field holds years like 0002 and 0202.
      if (received !== null && +field.value.slice(0, 4) < 1000) { received = null; }
      status.textContent = '';
      details.hidden = true;
      if (details.lastChild.nodeName === 'TABLE') { details.removeChild(details.lastChild); }
      if (received === null) {
        if (field.value && event.type === 'change') { status.textContent = '请写完整的日期，如 2026-03-05。'; }
        return;
      }
      var reply = count(received, +source.dataset.replyDays);
      var correction = count(received, +source.dataset.correctionDays);
      status.appendChild(element('p', '', sentence(reply, '答复：', '答复您，不算延长和征求意见的时间。')));
      status.appendChild(element('p', '', sentence(correction, '申请写得不清楚的：', '告诉您要补什么。')));
      if (reply.days.length) {
        details.appendChild(table(received, reply.days));
        details.hidden = false;
      }
    }

    field.addEventListener('change', answer);
    field.addEventListener('input', answer);
    source.parentNode.insertBefore(box, source);
  }

  read();
  build();
}());
