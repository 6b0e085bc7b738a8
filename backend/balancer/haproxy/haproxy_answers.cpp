// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_answers.h"

namespace snowmelt {
namespace {

/// HAProxy quotes a CSV field that has a comma, a quote or a line end in it, and doubles the quotes inside.
QList<QByteArray> fieldsOf(const QByteArray& line, char separator)
{
    QList<QByteArray> fields{QByteArray()};
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line.at(i);
        if (c == '"' && quoted && i + 1 < line.size() && line.at(i + 1) == '"')
            fields.last() += line.at(++i);
        else if (c == '"')
            quoted = !quoted;
        else if (c == separator && !quoted)
            fields << QByteArray();
        else
            fields.last() += c;
    }
    return fields;
}

} // namespace

QList<QByteArray> splitAnswers(const QByteArray& output)
{
    QList<QByteArray> answers;
    QByteArray current;
    qsizetype at = 0;
    while (at < output.size()) {
        const qsizetype end = output.indexOf('\n', at);
        const QByteArray line = output.mid(at, end < 0 ? -1 : end - at);
        at = end < 0 ? output.size() : end + 1;
        if (line.isEmpty()) {
            answers << current;
            current.clear();
        } else {
            current += line + '\n';
        }
    }
    if (!current.isEmpty())
        answers << current; // cut off before its empty line: the caller sees an incomplete table
    return answers;
}

AnswerTable AnswerTable::parse(const QByteArray& answer, char separator)
{
    AnswerTable table;
    for (const QByteArray& line : answer.split('\n')) {
        if (line.startsWith("# ")) {
            const QList<QByteArray> names = line.mid(2).split(separator);
            for (qsizetype i = 0; i < names.size(); ++i)
                table.m_columns.insert(names.at(i), i);
        } else if (!line.isEmpty() && !table.m_columns.isEmpty()) {
            table.m_rows << fieldsOf(line, separator);
        }
    }
    return table;
}

QByteArray AnswerTable::text(qsizetype row, const QByteArray& column) const
{
    return m_rows.value(row).value(m_columns.value(column, -1));
}

qint64 AnswerTable::number(qsizetype row, const QByteArray& column) const
{
    return text(row, column).toLongLong();
}

QHash<QByteArray, QByteArray> parseInfo(const QByteArray& answer)
{
    QHash<QByteArray, QByteArray> info;
    for (const QByteArray& line : answer.split('\n')) {
        const qsizetype colon = line.indexOf(": ");
        if (colon > 0)
            info.insert(line.left(colon), line.mid(colon + 2).trimmed());
    }
    return info;
}

} // namespace snowmelt
