// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/shared_texts.h"

namespace snowmelt {

void FoldedTexts::add(const QString& text)
{
    m_texts += text.toCaseFolded();
    m_ends << m_texts.size();
}

QStringView FoldedTexts::at(qsizetype number) const
{
    const qsizetype begin = number == 0 ? 0 : m_ends[number - 1];
    return QStringView(m_texts).mid(begin, m_ends[number] - begin);
}

int SharedTexts::add(const QString& text)
{
    if (const auto known = m_numbers.constFind(text); known != m_numbers.constEnd())
        return *known;
    const int number = int(m_texts.size());
    m_numbers.insert(text, number);
    m_texts.add(text);
    return number;
}

QList<bool> SharedTexts::containing(const QString& folded) const
{
    QList<bool> contain(m_texts.size(), false);
    for (qsizetype i = 0; i < contain.size(); ++i)
        contain[i] = m_texts.at(i).contains(folded);
    return contain;
}

} // namespace snowmelt
