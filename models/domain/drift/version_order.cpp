// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/version_order.h"

#include <QStringView>

#include <algorithm>

namespace snowmelt {

namespace {

struct VersionParts
{
    QStringView epoch, upstream, revision;
};

bool isDecimal(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

VersionParts partsOf(QStringView version)
{
    VersionParts parts;
    const qsizetype colon = version.indexOf(u':');
    if (colon > 0 && std::all_of(version.begin(), version.begin() + colon, isDecimal)) {
        parts.epoch = version.left(colon);
        version = version.mid(colon + 1);
    }
    const qsizetype dash = version.lastIndexOf(u'-');
    parts.upstream = dash < 0 ? version : version.left(dash);
    parts.revision = dash < 0 ? QStringView() : version.mid(dash + 1);
    return parts;
}

// Within what is no number: the tilde before the end, the end (and a number) before letters, letters before the rest.
int weight(QStringView text)
{
    if (text.isEmpty() || isDecimal(text.front()))
        return 0;
    if (text.front() == u'~')
        return -1;
    return isLetter(text.front()) ? text.front().unicode() : text.front().unicode() + 256;
}

std::weak_ordering passWords(QStringView& left, QStringView& right)
{
    const auto inWord = [](QStringView text) { return !text.isEmpty() && !isDecimal(text.front()); };
    while (inWord(left) || inWord(right)) {
        const int was = weight(left);
        const int is = weight(right);
        if (was != is)
            return was <=> is;
        left = left.mid(1); // equal weights: both are the same character, and there
        right = right.mid(1);
    }
    return std::weak_ordering::equivalent;
}

/// The number a text begins with, without leading zeros, which is taken off it.
QStringView passNumber(QStringView& text)
{
    while (!text.isEmpty() && text.front() == u'0')
        text = text.mid(1);
    const auto end = std::find_if_not(text.begin(), text.end(), isDecimal);
    const QStringView number = text.left(end - text.begin());
    text = text.mid(number.size());
    return number;
}

std::weak_ordering partOrder(QStringView left, QStringView right)
{
    while (!left.isEmpty() || !right.isEmpty()) {
        if (const auto words = passWords(left, right); words != 0)
            return words;
        const QStringView was = passNumber(left);
        const QStringView is = passNumber(right);
        if (was.size() != is.size()) // as many digits as they like: no number type holds them all
            return was.size() <=> is.size();
        if (const int digits = was.compare(is); digits != 0)
            return digits <=> 0;
    }
    return std::weak_ordering::equivalent;
}

} // namespace

std::weak_ordering versionOrder(const QString& left, const QString& right)
{
    const VersionParts was = partsOf(left);
    const VersionParts is = partsOf(right);
    if (const auto epoch = partOrder(was.epoch, is.epoch); epoch != 0)
        return epoch;
    if (const auto upstream = partOrder(was.upstream, is.upstream); upstream != 0)
        return upstream;
    return partOrder(was.revision, is.revision);
}

} // namespace snowmelt
