// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/papers/bill.h"

#include <QUrl>

namespace snowmelt {

namespace {

/// What os-release lets a value be: bare, or in quotes that a shell would take off.
QString unquoted(QByteArray value)
{
    value = value.trimmed();
    for (const char quote : {'"', '\''})
        if (value.size() >= 2 && value.startsWith(quote) && value.endsWith(quote))
            value = value.mid(1, value.size() - 2);
    return QString::fromUtf8(value);
}

/// A colon is never encoded, says the specification; unreserved characters neither.
QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, QByteArrayLiteral(":")));
}

} // namespace

Distribution parseOsRelease(const QByteArray& text)
{
    Distribution found;
    for (const QByteArray& line : text.split('\n')) {
        if (line.startsWith("ID="))
            found.vendor = unquoted(line.mid(3));
        if (line.startsWith("VERSION_CODENAME="))
            found.codename = unquoted(line.mid(17));
    }
    return found;
}

QString packageName(const PackageFact& package)
{
    return package.name.section(u':', 0, 0);
}

QString packageUrl(const PackageFact& package, const Distribution& distribution)
{
    // A namespace is required; images come from Debian's tool, and its packages where a root does not say otherwise.
    const QString vendor = distribution.vendor.isEmpty() ? QStringLiteral("debian") : distribution.vendor;
    QString url = QStringLiteral("pkg:deb/") + encoded(vendor.toLower()) + u'/' +
                  encoded(packageName(package).toLower()) + u'@' + encoded(package.version) + QStringLiteral("?arch=") +
                  encoded(package.architecture);
    if (!distribution.codename.isEmpty())
        url += QStringLiteral("&distro=") + encoded(distribution.codename);
    return url;
}

} // namespace snowmelt
