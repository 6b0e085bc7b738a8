// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <array>
#include <deque>
#include <memory>

namespace snowmelt {

/// One way to write a secret, and of each of its beginnings how long the longest is with which that one ends.
struct Spelling
{
    QByteArray bytes;
    QList<qsizetype> borders;

    static Spelling of(const QByteArray& bytes);
    /// How much of it is there after `byte`, where `had` was there before.
    qsizetype after(qsizetype had, char byte) const;
};

/// Many of them, so that a byte concerns few: those that it begins, and those that have begun.
struct SpellingTable
{
    QList<Spelling> all;
    std::array<QList<qsizetype>, 256> byFirstByte;

    static std::shared_ptr<const SpellingTable> of(const QList<QByteArray>& spellings); ///< none of them empty
    const QList<qsizetype>& begunBy(char byte) const { return byFirstByte[static_cast<unsigned char>(byte)]; }
};

using Spellings = std::shared_ptr<const SpellingTable>;

struct BytePlace
{
    qint64 line = 0;
    qsizetype at = 0;
    bool operator==(const BytePlace&) const = default;
};

/// Follows a text that comes piece by piece, and finds each spelling in it (Knuth, Morris and Pratt, each for itself).
class SpellingWatch
{
public:
    explicit SpellingWatch(Spellings spellings);

    /// Where the longest spelling stands that ends with this byte; empty: none does.
    QList<BytePlace> take(char byte, BytePlace place);
    /// Where the longest beginning of one stands with which the text ends.
    const std::deque<BytePlace>& begun() const { return m_begun; }
    void forget();

private:
    Spellings m_spellings;
    QList<qsizetype> m_had;    ///< how much of each is there
    QList<qsizetype> m_active; ///< of which something is
    std::deque<BytePlace> m_begun;
};

} // namespace snowmelt
