// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/spelling_watch.h"

#include <algorithm>

namespace snowmelt {

Spelling Spelling::of(const QByteArray& bytes)
{
    Spelling made{bytes, QList<qsizetype>(bytes.size(), 0)};
    for (qsizetype i = 1; i < bytes.size(); ++i)
        made.borders[i] = made.after(made.borders[i - 1], bytes[i]);
    return made;
}

qsizetype Spelling::after(qsizetype had, char byte) const
{
    while (had > 0 && (had == bytes.size() || bytes[had] != byte))
        had = borders[had - 1];
    return bytes[had] == byte ? had + 1 : 0;
}

std::shared_ptr<const SpellingTable> SpellingTable::of(const QList<QByteArray>& spellings)
{
    const auto table = std::make_shared<SpellingTable>();
    for (const QByteArray& each : spellings) {
        table->byFirstByte[static_cast<unsigned char>(each[0])].append(table->all.size());
        table->all.append(Spelling::of(each));
    }
    return table;
}

SpellingWatch::SpellingWatch(Spellings spellings) : m_spellings(std::move(spellings)), m_had(m_spellings->all.size(), 0)
{
}

QList<BytePlace> SpellingWatch::take(char byte, BytePlace place)
{
    m_begun.push_back(place);
    qsizetype whole = 0;
    qsizetype begun = 0;
    const auto goesOn = [&](qsizetype which) {
        const Spelling& spelling = m_spellings->all[which];
        qsizetype& had = m_had[which];
        had = spelling.after(had, byte);
        if (had == spelling.bytes.size()) {
            whole = std::max(whole, had);
            had = spelling.borders.last();
        }
        begun = std::max(begun, had);
        return had > 0;
    };
    m_active.removeIf([&](qsizetype which) { return !goesOn(which); });
    for (const qsizetype which : m_spellings->begunBy(byte))
        if (m_had[which] == 0 && goesOn(which))
            m_active.append(which);
    const QList<BytePlace> found(m_begun.end() - whole, m_begun.end());
    m_begun.erase(m_begun.begin(), m_begun.end() - begun);
    return found;
}

void SpellingWatch::forget()
{
    m_had.fill(0);
    m_active.clear();
    m_begun.clear();
}

} // namespace snowmelt
