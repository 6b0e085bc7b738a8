// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/lease_file.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace snowmelt {

namespace {

const QString schema = QStringLiteral("snowmelt.lease/1");

} // namespace

QByteArray leaseJson(const LeaseEntry& entry)
{
    const FleetLease& lease = entry.lease;
    return QJsonDocument(QJsonObject{{QStringLiteral("schema"), schema},
                                     {QStringLiteral("fleet"), lease.fleetId},
                                     {QStringLiteral("name"), lease.name},
                                     {QStringLiteral("blueprint"), lease.blueprintPath},
                                     {QStringLiteral("block"), lease.block},
                                     {QStringLiteral("subnet"), lease.network.subnet},
                                     {QStringLiteral("gateway"), lease.network.gateway},
                                     {QStringLiteral("bridge"), lease.network.bridge},
                                     {QStringLiteral("homeFile"), entry.homeFile}})
        .toJson();
}

std::optional<LeaseEntry> parseLease(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(u"schema").toString() != schema)
        return {};
    LeaseEntry entry;
    entry.lease.fleetId = object.value(u"fleet").toString();
    entry.lease.name = object.value(u"name").toString();
    entry.lease.blueprintPath = object.value(u"blueprint").toString();
    entry.lease.block = object.value(u"block").toInt();
    entry.lease.network = {object.value(u"subnet").toString(), object.value(u"gateway").toString(),
                           object.value(u"bridge").toString()};
    entry.homeFile = object.value(u"homeFile").toString();
    return entry;
}

} // namespace snowmelt
