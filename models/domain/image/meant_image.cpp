// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/meant_image.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qsizetype fewestDigits = 6;
constexpr qsizetype mostNamed = 6;

/// The digits of the beginning of a digest; empty: it is none.
QString digestDigits(const QString& text)
{
    static const QString prefix = QStringLiteral("sha256:");
    const QString digits = (text.startsWith(prefix) ? text.mid(prefix.size()) : text).toLower();
    const bool allHex =
        std::ranges::all_of(digits, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    return allHex && digits.size() >= fewestDigits && digits.size() <= 64 ? digits : QString();
}

/// Long enough to tell them apart.
QString namedBy(const QList<ImageRecord>& images, qsizetype digits)
{
    QStringList names;
    for (const ImageRecord& image : images.mid(0, mostNamed))
        names.append(image.ref.text() + u' ' + image.digest.hex().left(digits + fewestDigits));
    if (images.size() > mostNamed)
        names.append(QStringLiteral("…"));
    return names.join(QStringLiteral(", "));
}

} // namespace

bool canMeanImage(const QString& text)
{
    return ImageRef::parse(text).has_value() || !digestDigits(text).isEmpty();
}

Result<ImageRecord> meantImage(const QList<ImageRecord>& builds, const QString& text)
{
    const std::optional<ImageRef> ref = ImageRef::parse(text);
    const QString digits = digestDigits(text);
    QList<ImageRecord> meant;
    for (const ImageRecord& build : builds)
        if (ref ? build.ref == *ref : !digits.isEmpty() && build.digest.hex().startsWith(digits))
            meant.append(build);
    if (meant.isEmpty())
        return Error{ErrorCode::ImageNotBuilt, {text}, {}};
    if (!ref && meant.size() > 1)
        return Error{ErrorCode::ImageAmbiguous, {text, namedBy(meant, digits.size())}, {}};
    return meant.last();
}

} // namespace snowmelt
