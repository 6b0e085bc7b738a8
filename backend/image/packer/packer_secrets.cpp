// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/packer_secrets.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace snowmelt {

namespace {

Task<Secret> oneSecret(ImageRef image, QString variable, SecretSource source, CallContext context)
{
    const Secret given(qgetenv(secretVariable(variable).toLatin1().constData()));
    if (!given.isEmpty())
        co_return Secret(given);
    if (source.ask) {
        const auto had = co_await source.ask(image, variable, context);
        if (!had || !had->isEmpty())
            co_return had;
    }
    co_return Error{ErrorCode::SecretUnavailable, {variable + u" (" + secretVariable(variable) + u')'}, {}};
}

} // namespace

QString secretVariable(const QString& variable)
{
    return secretPrefix + variable.toUpper().replace(u'-', u'_');
}

Task<QList<PackerSecret>> gatherSecrets(ImageRef image, QStringList variables, SecretSource source, CallContext context)
{
    QList<PackerSecret> secrets;
    for (const QString& variable : variables) {
        const auto value = co_await oneSecret(image, variable, source, context);
        if (!value)
            co_return value.as<QList<PackerSecret>>();
        secrets.append({variable, *value});
    }
    co_return QList<PackerSecret>(secrets);
}

QByteArray secretsForScript(const QList<PackerSecret>& secrets)
{
    if (secrets.isEmpty())
        return {};
    QJsonObject values;
    QByteArray files;
    for (const PackerSecret& secret : secrets) {
        values[secret.variable] = QString::fromUtf8(secret.value.reveal());
        files += secret.variable.toLatin1() + ' ' + secret.value.reveal().toBase64() + '\n';
    }
    return QJsonDocument(values).toJson(QJsonDocument::Compact) + '\n' + files;
}

} // namespace snowmelt
