// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ids.h"

#include <QCryptographicHash>
#include <QStringList>

#include <algorithm>

namespace snowmelt {
namespace {

constexpr qsizetype longestName = 128;
constexpr qsizetype longestVersion = 64;
constexpr qsizetype hexDigits = 64;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isPunctuation(QChar c)
{
    return c == u'.' || c == u'_' || c == u'-';
}

/// Names become parts of paths in the store and in other programs, so a part may not be empty or climb.
bool isNamePart(const QString& part)
{
    const auto allowed = [](QChar c) { return isLower(c) || isDigit(c) || isPunctuation(c); };
    return !part.isEmpty() && part != u"." && part != u".." && std::all_of(part.begin(), part.end(), allowed);
}

bool isName(const QString& name)
{
    if (name.isEmpty() || name.size() > longestName || !(isLower(name[0]) || isDigit(name[0])))
        return false;
    const QStringList parts = name.split(u'/');
    return std::all_of(parts.begin(), parts.end(), isNamePart);
}

bool isVersion(const QString& version)
{
    const auto alphanumeric = [](QChar c) { return isLower(c) || isUpper(c) || isDigit(c); };
    const auto allowed = [&](QChar c) { return alphanumeric(c) || isPunctuation(c); };
    return !version.isEmpty() && version.size() <= longestVersion && alphanumeric(version[0]) &&
           std::all_of(version.begin(), version.end(), allowed);
}

} // namespace

std::optional<ImageRef> ImageRef::parse(const QString& text)
{
    const qsizetype at = text.indexOf(u'@');
    if (at < 0)
        return std::nullopt;
    const ImageRef ref{text.left(at), text.mid(at + 1)};
    if (!isName(ref.name) || !isVersion(ref.version))
        return std::nullopt;
    return ref;
}

std::optional<Digest> Digest::parse(const QString& text)
{
    const QString prefix = QStringLiteral("sha256:");
    const QString hex = text.startsWith(prefix) ? text.mid(prefix.size()) : text;
    const auto isHex = [](QChar c) { return isDigit(c) || (c >= u'a' && c <= u'f'); };
    if (hex.size() != hexDigits || !std::all_of(hex.begin(), hex.end(), isHex))
        return std::nullopt;
    Digest digest;
    digest.m_hex = hex;
    return digest;
}

Digest Digest::ofBytes(const QByteArray& bytes)
{
    Digest digest;
    digest.m_hex = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    return digest;
}

} // namespace snowmelt
