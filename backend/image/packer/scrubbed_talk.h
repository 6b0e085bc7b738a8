// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/packer/secret_scrub.h"
#include "backend/image/packer/spelling_watch.h"

#include <deque>
#include <map>

namespace snowmelt {

/// Lines as they come, in their order, with ••• in place of secrets, also of one that a voice spreads over several
/// lines: in base64 that is broken, in a dump with or without offsets, in lines of its own. A line with whose end one
/// could begin is kept back until what follows tells, 256 lines or 256 KiB at most; then, and at the end, the beginning
/// is taken for one. Fewer than four characters of a beginning keep nothing back.
class ScrubbedTalk
{
public:
    explicit ScrubbedTalk(const SecretScrub& scrub);

    /// What may be told now. Of what Packer says each build has a voice of its own, which its lines begin with:
    /// "==> null: …", "    null: …". `kind` tells others apart. Empty lines are left out.
    QStringList take(const QByteArray& kind, const QByteArray& text);
    /// What was kept back.
    QStringList end();

private:
    struct Line
    {
        QByteArray voice;
        QByteArray text;
        QList<ByteRange> hidden;
    };
    struct Voice
    {
        SpellingWatch asItIs;
        SpellingWatch dumped;
    };

    void add(const QByteArray& kind, const QByteArray& line, const QList<ByteRange>& hidden);
    void follow(Voice& voice, qsizetype from);
    void hide(const QList<BytePlace>& places, bool toTheEnd);
    void letGo();
    bool isKept(qint64 number) const;
    QStringList release();

    SecretScrub m_scrub;
    Spellings m_spellings;
    std::map<QByteArray, Voice> m_voices; ///< in which something has begun
    std::deque<Line> m_lines;             ///< not told yet
    qint64 m_told = 0;                    ///< lines, and so the number of the first that is not
    qint64 m_free = 0;                    ///< those before it are told in any case
    qsizetype m_bytes = 0;                ///< of m_lines
};

} // namespace snowmelt
