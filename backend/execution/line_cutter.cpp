// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/line_cutter.h"

#include <algorithm>

namespace snowmelt {

namespace {

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

/// Where the last character begins, unless it is whole.
qsizetype wholeCharacters(const QByteArray& bytes)
{
    qsizetype begin = bytes.size();
    while (begin > 0 && bytes.size() - begin < 3 && isContinuation(bytes[begin - 1]))
        --begin;
    if (begin == 0)
        return bytes.size();
    const auto lead = static_cast<unsigned char>(bytes[begin - 1]);
    const qsizetype length = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    return begin - 1 + length > bytes.size() ? begin - 1 : bytes.size();
}

QByteArray shortened(const QByteArray& line, qint64 more)
{
    if (more == 0)
        return line;
    const qsizetype whole = wholeCharacters(line);
    return line.left(whole) + "… +" + QByteArray::number(more + line.size() - whole);
}

} // namespace

QByteArray clippedLine(const QByteArray& line)
{
    return shortened(line.left(longestLine), std::max<qint64>(0, line.size() - longestLine));
}

void LineCutter::take(const QByteArray& bytes)
{
    qsizetype at = 0;
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', at)) {
        add(bytes.constData() + at, end - at);
        tell();
        at = end + 1;
    }
    add(bytes.constData() + at, bytes.size() - at);
}

void LineCutter::add(const char* bytes, qsizetype size)
{
    const qsizetype kept = std::min(size, m_longest - m_line.size());
    m_line.append(bytes, kept);
    m_more += size - kept;
}

void LineCutter::tell()
{
    const QByteArray line = shortened(std::exchange(m_line, {}), std::exchange(m_more, 0));
    m_onLine(line);
}

void LineCutter::end()
{
    if (!m_line.isEmpty())
        tell();
}

} // namespace snowmelt
