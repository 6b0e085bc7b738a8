// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/ssh_patterns.h"

#include <QList>

namespace snowmelt {

bool matchesSshPattern(QByteArrayView text, QByteArrayView pattern)
{
    qsizetype at = 0;
    qsizetype star = -1; // behind the last "*" of the pattern
    qsizetype taken = 0; // where in the text that "*" ends so far
    qsizetype inPattern = 0;
    while (at < text.size()) {
        if (inPattern < pattern.size() && pattern[inPattern] == '*') {
            star = ++inPattern;
            taken = at;
        } else if (inPattern < pattern.size() && (pattern[inPattern] == '?' || pattern[inPattern] == text[at])) {
            ++inPattern;
            ++at;
        } else if (star >= 0) {
            inPattern = star;
            at = ++taken;
        } else {
            return false;
        }
    }
    while (inPattern < pattern.size() && pattern[inPattern] == '*')
        ++inPattern;
    return inPattern == pattern.size();
}

bool matchesSshPatternList(QByteArrayView text, const QByteArray& patterns)
{
    bool matches = false;
    const QList<QByteArray> parts = patterns.split(',');
    for (const QByteArray& part : parts) {
        const bool negated = part.startsWith('!');
        if (!matchesSshPattern(text, QByteArrayView(part).sliced(negated ? 1 : 0)))
            continue;
        if (negated)
            return false;
        matches = true;
    }
    return matches;
}

bool matchesSshHostList(const QByteArray& host, const QByteArray& patterns)
{
    return matchesSshPatternList(host.toLower(), patterns.toLower());
}

} // namespace snowmelt
