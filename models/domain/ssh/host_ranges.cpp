// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/host_ranges.h"

#include <algorithm>

namespace snowmelt {

namespace {

using RangeCode = HostRangeProblemCode;

bool isNumberText(const QString& text)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return !text.isEmpty() && text.size() <= 9 && std::all_of(text.begin(), text.end(), isDigit);
}

bool isLetterText(const QString& text)
{
    return text.size() == 1 && text.at(0) >= u'a' && text.at(0) <= u'z';
}

class HostRangeExpander
{
public:
    HostRangeExpander(const QString& text, qsizetype limit) : m_text(text), m_limit(limit) {}

    HostRange expanded()
    {
        m_range.names = {QString()};
        while (m_at < m_text.size() && !m_range.problem)
            step();
        if (m_range.names.size() > m_limit)
            fail(RangeCode::TooMany, 0, {QString::number(m_limit)});
        return m_range;
    }

private:
    void step()
    {
        const QChar c = m_text.at(m_at);
        if (c == u']')
            return fail(RangeCode::NotOpened, m_at);
        if (c == u'[')
            return bracket();
        qsizetype end = m_at;
        while (end < m_text.size() && m_text.at(end) != u'[' && m_text.at(end) != u']')
            ++end;
        combine({m_text.mid(m_at, end - m_at)}, m_at);
        m_at = end;
    }

    void bracket()
    {
        const qsizetype close = m_text.indexOf(u']', m_at);
        const qsizetype nested = m_text.indexOf(u'[', m_at + 1);
        if (nested >= 0 && (close < 0 || nested < close))
            return fail(RangeCode::Nested, nested);
        if (close < 0)
            return fail(RangeCode::Unclosed, m_at);
        QStringList choices;
        qsizetype at = m_at + 1;
        const QStringList items = m_text.mid(at, close - at).split(u',');
        for (const QString& item : items) {
            if (!m_range.problem)
                addItem(item, at, &choices);
            at += item.size() + 1;
        }
        if (!m_range.problem)
            combine(choices, m_at);
        m_at = close + 1;
    }

    void addItem(const QString& item, qsizetype at, QStringList* choices)
    {
        const QString first = item.section(u'-', 0, 0);
        const QString last = item.contains(u'-') ? item.section(u'-', 1) : first;
        if (item.isEmpty())
            fail(RangeCode::EmptyItem, at);
        else if (isLetterText(first) && isLetterText(last))
            addLetters(item, first.at(0), last.at(0), at, choices);
        else if (isNumberText(first) && isNumberText(last))
            addNumbers(item, first, last, at, choices);
        else
            fail(RangeCode::BadItem, at, {item});
    }

    void addLetters(const QString& item, QChar first, QChar last, qsizetype at, QStringList* choices)
    {
        if (first > last)
            return fail(RangeCode::Backwards, at, {item});
        for (char16_t letter = first.unicode(); letter <= last.unicode(); ++letter)
            choices->append(QString(QChar(letter)));
    }

    void addNumbers(const QString& item, const QString& first, const QString& last, qsizetype at, QStringList* choices)
    {
        const bool padded = (first.size() > 1 && first.startsWith(u'0')) || (last.size() > 1 && last.startsWith(u'0'));
        const int from = first.toInt();
        const int to = last.toInt();
        if (from > to)
            return fail(RangeCode::Backwards, at, {item});
        if (padded && first.size() != last.size())
            return fail(RangeCode::BadPadding, at, {item});
        if (choices->size() + (qsizetype(to) - from + 1) > m_limit)
            return fail(RangeCode::TooMany, at, {QString::number(m_limit)});
        for (int number = from; number <= to; ++number)
            choices->append(QString::number(number).rightJustified(padded ? first.size() : 0, u'0'));
    }

    void combine(const QStringList& choices, qsizetype at)
    {
        if (choices.size() > m_limit / qMax<qsizetype>(1, m_range.names.size()))
            return fail(RangeCode::TooMany, at, {QString::number(m_limit)});
        QStringList names;
        names.reserve(m_range.names.size() * choices.size());
        for (const QString& name : std::as_const(m_range.names)) {
            for (const QString& choice : choices)
                names.append(name + choice);
        }
        m_range.names = names;
    }

    void fail(RangeCode code, qsizetype at, const QStringList& args = {})
    {
        const auto column = m_text.left(at).toUcs4().size() + 1;
        m_range = {{}, HostRangeProblem{code, args, int(column)}};
    }

    const QString& m_text;
    const qsizetype m_limit;
    HostRange m_range;
    qsizetype m_at = 0;
};

} // namespace

HostRange expandHostRange(const QString& text, qsizetype limit)
{
    return HostRangeExpander(text, limit).expanded();
}

} // namespace snowmelt
