// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/product_name.h"

#include <QHash>

namespace snowmelt {

QString productName(const QString& written)
{
    static const QHash<QString, QString> proper{{QStringLiteral("haproxy"), QStringLiteral("HAProxy")},
                                                {QStringLiteral("postgresql"), QStringLiteral("PostgreSQL")},
                                                {QStringLiteral("redis"), QStringLiteral("Redis")},
                                                {QStringLiteral("valkey"), QStringLiteral("Valkey")},
                                                {QStringLiteral("memcached"), QStringLiteral("Memcached")},
                                                {QStringLiteral("varnish"), QStringLiteral("Varnish")}};
    return proper.value(written, written);
}

QString productName(const QString& written, const QString& version)
{
    const QString name = productName(written);
    return version.isEmpty() ? name : QString(name + u' ' + version);
}

} // namespace snowmelt
