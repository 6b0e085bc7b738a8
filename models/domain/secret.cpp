// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/secret.h"

#include <QRandomGenerator>

namespace snowmelt {

Secret Secret::random(int size)
{
    QByteArray bytes(size, '\0');
    for (char& byte : bytes)
        byte = char(QRandomGenerator::system()->bounded(256));
    return Secret(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString concealed()
{
    return QStringLiteral("•••");
}

QDebug operator<<(QDebug debug, const Secret&)
{
    const QDebugStateSaver saver(debug);
    debug.noquote().nospace() << concealed();
    return debug;
}

QJsonValue toJson(const Secret&)
{
    return concealed();
}

} // namespace snowmelt
