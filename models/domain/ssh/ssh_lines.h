// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace snowmelt {

/// A word of a line, without its quotes.
struct SshWord
{
    QByteArray text;
    int column = 1; ///< in characters
    bool operator==(const SshWord&) const = default;
};

/// The column of a byte: characters before it, and one.
int sshColumn(const QByteArray& line, qsizetype offset);

/// A line without the white space at its end.
QByteArray sshTrimmedEnd(QByteArray line);

/// Takes a line apart as OpenSSH reads keywords and Match criteria: words end at white space, a quote or one "=".
class SshWordReader
{
public:
    explicit SshWordReader(const QByteArray& line, qsizetype from = 0) : m_line(line), m_at(from) {}

    /// The next word; an empty one at the end of the line. Nothing when a quote is not closed.
    std::optional<SshWord> next();
    qsizetype position() const { return m_at; }

private:
    SshWord upTo(qsizetype stop);
    std::optional<SshWord> quoted(qsizetype begin, qsizetype quote);
    void skipBlanks();

    QByteArray m_line;
    qsizetype m_at = 0;
};

/// The arguments of a line from a byte on, as OpenSSH reads those of a keyword: single and double quotes, backslashes,
/// and a "#" that begins a word ends them. Nothing when a quote is not closed.
std::optional<QList<SshWord>> sshArguments(const QByteArray& line, qsizetype from);

} // namespace snowmelt
