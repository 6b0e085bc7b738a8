// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

namespace snowmelt {

/// Bytes as they come, as whole lines.
class LineCutter
{
public:
    explicit LineCutter(std::function<void(const QByteArray&)> onLine) : m_onLine(std::move(onLine)) {}

    void take(const QByteArray& bytes)
    {
        m_rest += bytes;
        qsizetype at = 0;
        for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', at)) {
            m_onLine(m_rest.mid(at, end - at));
            at = end + 1;
        }
        m_rest.remove(0, at);
        if (m_rest.size() > longest)
            end();
    }
    /// What has no line end counts as a line.
    void end()
    {
        if (!m_rest.isEmpty())
            m_onLine(std::exchange(m_rest, {}));
    }

private:
    static constexpr qsizetype longest = 64 * 1024;
    std::function<void(const QByteArray&)> m_onLine;
    QByteArray m_rest;
};

} // namespace snowmelt
