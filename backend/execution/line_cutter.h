// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

namespace snowmelt {

/// Bytes of one line of a program's output that are shown and kept.
inline constexpr qsizetype longestLine = 8 * 1024;
/// Of one in which secrets are looked for first: a secret cut in two would not be found.
inline constexpr qsizetype longestScrubbed = 16 * 1024 * 1024;

/// The line, or its beginning and how many bytes there are more: "… +1234". Characters stay whole. Pure.
QByteArray clippedLine(const QByteArray& line);

/// Bytes as they come, as whole lines. Of one that is longer than `longest` the rest is dropped and counted, as
/// clippedLine() says it.
class LineCutter
{
public:
    explicit LineCutter(std::function<void(const QByteArray&)> onLine, qsizetype longest = longestLine)
        : m_onLine(std::move(onLine)), m_longest(longest)
    {
    }

    void take(const QByteArray& bytes);
    /// What has no line end counts as a line.
    void end();

private:
    void add(const char* bytes, qsizetype size);
    void tell();

    std::function<void(const QByteArray&)> m_onLine;
    qsizetype m_longest;
    QByteArray m_line;
    qint64 m_more = 0; ///< bytes of this line that were dropped
};

} // namespace snowmelt
