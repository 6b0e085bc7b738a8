// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

namespace snowmelt {

/// The answers of several commands sent in one line, in order. HAProxy ends each with an empty line; a command that has
/// nothing to say answers with the empty line alone (management guide 9.3).
QList<QByteArray> splitAnswers(const QByteArray& output);

/// A header line and rows; both of HAProxy's tables begin their header with "# ".
class AnswerTable
{
public:
    /// The first line that begins with "# " is the header, what is before it is passed over.
    static AnswerTable parse(const QByteArray& answer, char separator);

    qsizetype size() const { return m_rows.size(); }
    bool has(const QByteArray& column) const { return m_columns.contains(column); }
    QByteArray text(qsizetype row, const QByteArray& column) const; ///< empty when there is no such column
    qint64 number(qsizetype row, const QByteArray& column) const;   ///< 0 when empty

private:
    QHash<QByteArray, qsizetype> m_columns;
    QList<QList<QByteArray>> m_rows;
};

/// "Key: value" lines of `show info`.
QHash<QByteArray, QByteArray> parseInfo(const QByteArray& answer);

} // namespace snowmelt
