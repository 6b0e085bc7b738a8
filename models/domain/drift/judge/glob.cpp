// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/judge/glob.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace snowmelt {

namespace {

/// The places of a pattern that are reached after a part of the key. A place at a star stays reached while the star
/// takes bytes.
class GlobPlaces
{
public:
    explicit GlobPlaces(const QByteArray& pattern)
        : m_pattern(pattern), m_now(size_t(pattern.size()) + 1), m_next(m_now.size())
    {
        reach(m_now, 0);
    }

    /// False when no place is left.
    bool take(char byte)
    {
        std::fill(m_next.begin(), m_next.end(), char(0));
        bool any = false;
        for (qsizetype at = 0; at < m_pattern.size(); ++at)
            any |= m_now[size_t(at)] && takeAt(at, byte);
        m_now.swap(m_next);
        return any;
    }
    bool atEnd() const { return m_now.back(); }

private:
    bool isAt(qsizetype at, char byte) const { return at < m_pattern.size() && m_pattern.at(at) == byte; }
    bool isDeep(qsizetype at) const { return isAt(at, '*') && isAt(at + 1, '*'); }

    /// Stars may take nothing; "/**/" may be one slash.
    void reach(std::vector<char>& places, qsizetype at)
    {
        if (std::exchange(places[size_t(at)], char(1)) || !isAt(at, '*'))
            return;
        const qsizetype behind = at + (isDeep(at) ? 2 : 1);
        reach(places, behind);
        if (isDeep(at) && at > 0 && isAt(at - 1, '/') && isAt(behind, '/'))
            reach(places, behind + 1);
    }

    bool takeAt(qsizetype at, char byte)
    {
        const bool star = m_pattern.at(at) == '*';
        if (star ? byte == '/' && !isDeep(at) : byte != m_pattern.at(at))
            return false;
        reach(m_next, star ? at : at + 1);
        return true;
    }

    const QByteArray& m_pattern;
    std::vector<char> m_now;
    std::vector<char> m_next;
};

} // namespace

bool globMatches(const QByteArray& pattern, const QByteArray& key)
{
    const qsizetype star = pattern.indexOf('*');
    if (star < 0)
        return pattern == key;
    if (!key.startsWith(pattern.left(star))) // most rules end here
        return false;
    const QByteArray open = pattern.mid(qMax<qsizetype>(star - 1, 0)); // with the byte before: "/**/" looks at it
    GlobPlaces places(open);
    for (const char byte : key.mid(qMax<qsizetype>(star - 1, 0))) {
        if (!places.take(byte))
            return false;
    }
    return places.atEnd();
}

} // namespace snowmelt
