// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/squeezed_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace snowmelt {

namespace {

qsizetype whiteSpaceAt(const QByteArray& text, qsizetype at)
{
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
        return 1;
    const bool spelt = c == '\\' && at + 1 < text.size() && (text[at + 1] == 'n' || text[at + 1] == 'r');
    return spelt ? 2 : 0;
}

/// Where the digits end that begin at `from`; there: none do.
qsizetype endOfDigits(const QString& line, qsizetype from)
{
    static const QRegularExpression digits(QStringLiteral("(?:(?:[0-9a-fA-F]{2}){1,4}(?: {1,2}|$))+"));
    const auto found =
        digits.match(line, from, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    return found.hasMatch() ? found.capturedEnd() : from;
}

} // namespace

SqueezedText squeezed(const QByteArray& text, qsizetype from)
{
    SqueezedText result;
    result.bytes.reserve(text.size());
    result.places.reserve(text.size());
    for (qsizetype at = from; at < text.size();) {
        const qsizetype skipped = whiteSpaceAt(text, at);
        if (skipped == 0) {
            result.bytes.append(text[at]);
            result.places.append(at);
        }
        at += std::max<qsizetype>(1, skipped);
    }
    return result;
}

SqueezedText squeezedDump(const QByteArray& line, qsizetype from)
{
    static const QRegularExpression offset(QStringLiteral("\\s*(?:0x)?[0-9a-fA-F]{4,16}:?\\s+"));
    const QString text = QString::fromLatin1(line); // a character for each byte
    const auto found =
        offset.match(text, from, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    if (!found.hasMatch())
        return {};
    const qsizetype begin = found.capturedEnd();
    const qsizetype end = endOfDigits(text, begin);
    return squeezed(end == begin ? line : line.left(end), begin);
}

} // namespace snowmelt
