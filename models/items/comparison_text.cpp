// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/comparison_model.h"

#include "models/domain/code_names.h"
#include "models/wording/wording.h"

#include <QLocale>

namespace snowmelt {

namespace {

QString healthValue(const QString& code)
{
    const auto health = codeFromName<Health>(code);
    return health ? healthText(*health) : code;
}

QString lifecycleValue(const QString& code)
{
    const auto lifecycle = codeFromName<Lifecycle>(code);
    return lifecycle ? lifecycleText(*lifecycle) : code;
}

QString sideValue(const QString& code)
{
    const auto side = codeFromName<Side>(code);
    if (!side)
        return code;
    return *side == Side::None ? ComparisonModel::tr("none") : sideText(*side);
}

/// To the second: a fleet comes up within a minute, and goes down and up again within two.
QString bornValue(const QString& iso)
{
    const QDateTime at = QDateTime::fromString(iso, Qt::ISODate).toLocalTime();
    return at.isValid() ? QString(QLocale().toString(at.date(), QLocale::ShortFormat) + u' ' +
                                  at.toString(QStringLiteral("HH:mm:ss")))
                        : iso;
}

} // namespace

QString changeText(Change change)
{
    switch (change) {
    case Change::Added:
        return ComparisonModel::tr("added");
    case Change::Removed:
        return ComparisonModel::tr("removed");
    case Change::Changed:
        return ComparisonModel::tr("changed");
    case Change::Same:
        break;
    }
    return {};
}

QString comparedPartText(const PartChange& part)
{
    switch (part.kind) {
    case ComparedKind::Fleet:
        return ComparisonModel::tr("the fleet");
    case ComparedKind::Image:
        return imageText(part.part);
    case ComparedKind::Zone:
        return ComparisonModel::tr("zone %1").arg(part.part.section(u':', 1));
    case ComparedKind::Balancer:
    case ComparedKind::Group:
    case ComparedKind::Node:
    case ComparedKind::Cache:
    case ComparedKind::Database:
        break;
    }
    return part.part;
}

QString comparedFieldText(ComparedField field)
{
    switch (field) {
    case ComparedField::Image:
        return ComparisonModel::tr("image");
    case ComparedField::Digest:
        return ComparisonModel::tr("digest");
    case ComparedField::Health:
        return ComparisonModel::tr("health");
    case ComparedField::Side:
        return ComparisonModel::tr("side");
    case ComparedField::Lifecycle:
        return ComparisonModel::tr("state");
    case ComparedField::Version:
        return ComparisonModel::tr("version");
    case ComparedField::Size:
        return ComparisonModel::tr("size");
    case ComparedField::Port:
        return ComparisonModel::tr("port");
    case ComparedField::Check:
        return ComparisonModel::tr("health check");
    case ComparedField::Listen:
        return ComparisonModel::tr("port for clients");
    case ComparedField::Schema:
        return ComparisonModel::tr("schema");
    case ComparedField::Driver:
        return ComparisonModel::tr("software");
    case ComparedField::Slot:
        return ComparisonModel::tr("slot");
    case ComparedField::Drift:
        return ComparisonModel::tr("drift");
    case ComparedField::Address:
        return ComparisonModel::tr("address");
    case ComparedField::Service:
        return ComparisonModel::tr("service");
    case ComparedField::Ssh:
        return ComparisonModel::tr("SSH");
    case ComparedField::Born:
        return ComparisonModel::tr("born");
    case ComparedField::Entry:
        return ComparisonModel::tr("clients connect to");
    case ComparedField::Serves:
        return ComparisonModel::tr("serves");
    case ComparedField::Uses:
        return ComparisonModel::tr("uses");
    case ComparedField::Pair:
        return ComparisonModel::tr("pair");
    case ComparedField::ReplicaOf:
        return ComparisonModel::tr("replica of");
    case ComparedField::Zones:
        return ComparisonModel::tr("zone");
    case ComparedField::Volume:
        return ComparisonModel::tr("volume");
    case ComparedField::Name:
        return ComparisonModel::tr("name");
    case ComparedField::Platform:
        return ComparisonModel::tr("platform");
    case ComparedField::Currency:
        return ComparisonModel::tr("currency");
    case ComparedField::NodeHour:
        return ComparisonModel::tr("price of a node an hour");
    case ComparedField::Recipe:
        return ComparisonModel::tr("recipe");
    case ComparedField::Host:
        return ComparisonModel::tr("host");
    }
    return {};
}

QString comparedValueText(ComparedField field, const QString& value)
{
    switch (field) {
    case ComparedField::Serves:
    case ComparedField::Uses:
        return value; // nobody came, or nobody went
    case ComparedField::Volume:
        return value.isEmpty() ? ComparisonModel::tr("removed with the fleet") : ComparisonModel::tr("kept");
    default:
        break;
    }
    if (value.isEmpty())
        return ComparisonModel::tr("none");
    switch (field) {
    case ComparedField::Image:
        return imageText(value);
    case ComparedField::Digest:
        return value.section(u':', -1).left(12);
    case ComparedField::Health:
        return healthValue(value);
    case ComparedField::Lifecycle:
        return lifecycleValue(value);
    case ComparedField::Side:
        return sideValue(value);
    case ComparedField::Drift:
        return value == u"0" ? ComparisonModel::tr("none") : differenceCount(value.toInt());
    case ComparedField::Born:
        return bornValue(value);
    default:
        return value;
    }
}

} // namespace snowmelt
