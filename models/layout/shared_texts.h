// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace snowmelt {

/// Texts with their case folded, one behind the other in one piece of memory.
class FoldedTexts
{
public:
    void add(const QString& text);
    QStringView at(qsizetype number) const; ///< in the order they were added
    qsizetype size() const { return m_ends.size(); }

private:
    QString m_texts;
    QList<qsizetype> m_ends;
};

/// Texts that many things have in common: each is kept once, and looked at once for all of them.
class SharedTexts
{
public:
    int add(const QString& text);                        ///< its number; the same text has the same
    QList<bool> containing(const QString& folded) const; ///< by number

private:
    QHash<QString, int> m_numbers;
    FoldedTexts m_texts;
};

} // namespace snowmelt
