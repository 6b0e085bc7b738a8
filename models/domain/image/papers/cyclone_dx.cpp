// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/papers/bill_parts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace snowmelt {

namespace {

QJsonArray hashes(const QString& algorithm, const QString& value)
{
    return {QJsonObject{{QStringLiteral("alg"), algorithm}, {QStringLiteral("content"), value}}};
}

QJsonObject component(const QString& type, const QString& reference, const QString& name)
{
    return {{QStringLiteral("type"), type}, {QStringLiteral("bom-ref"), reference}, {QStringLiteral("name"), name}};
}

QJsonObject imageComponent(const ImageRef& ref, const Digest& digest)
{
    QJsonObject object = component(QStringLiteral("container"), QStringLiteral("image:") + ref.text(), ref.name);
    object[QStringLiteral("version")] = ref.version;
    if (!digest.isNull())
        object[QStringLiteral("hashes")] = hashes(QStringLiteral("SHA-256"), digest.hex());
    return object;
}

QJsonObject packageComponent(const PackageFact& fact, const Distribution& distribution)
{
    const QString url = packageUrl(fact, distribution);
    QJsonObject object = component(QStringLiteral("library"), url, packageName(fact));
    object[QStringLiteral("version")] = fact.version;
    object[QStringLiteral("purl")] = url;
    return object;
}

QJsonObject fileComponent(const BillFile& file)
{
    const QString path = QString::fromUtf8(file.path);
    QJsonObject object = component(QStringLiteral("file"), QStringLiteral("file:") + path, path);
    object[QStringLiteral("hashes")] = hashes(QStringLiteral("SHA-256"), QString::fromLatin1(file.sha256));
    return object;
}

QJsonArray componentsOf(const Bill& bill)
{
    QJsonArray all;
    for (const PackageFact& fact : bill.packages)
        all.append(packageComponent(fact, bill.distribution));
    for (const BillFile& file : bill.files)
        all.append(fileComponent(file));
    return all;
}

QJsonObject subjectOf(const Bill& bill)
{
    QJsonObject subject = imageComponent(bill.image.ref, bill.image.digest);
    subject[QStringLiteral("description")] = digestNote;
    if (!bill.image.parent.isNull())
        subject[QStringLiteral("pedigree")] =
            QJsonObject{{QStringLiteral("ancestors"), QJsonArray{imageComponent(bill.image.parent, bill.parent)}}};
    return subject;
}

QJsonObject metadataOf(const Bill& bill)
{
    QJsonObject tool =
        component(QStringLiteral("application"), QStringLiteral("tool:snowmelt"), QStringLiteral("Snowmelt"));
    tool[QStringLiteral("version")] = bill.snowmelt;
    const QString note = bill.filesKnown ? packagesNote : QString(packagesNote + u' ' + filesUnknownNote);
    return {{QStringLiteral("timestamp"), billTime(bill)},
            {QStringLiteral("tools"), QJsonObject{{QStringLiteral("components"), QJsonArray{tool}}}},
            {QStringLiteral("component"), subjectOf(bill)},
            {QStringLiteral("properties"), QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("note")},
                                                                  {QStringLiteral("value"), note}}}}};
}

QJsonArray dependenciesOf(const QJsonObject& subject, const QJsonArray& components)
{
    const QString reference = QStringLiteral("bom-ref");
    QJsonArray parts;
    for (const auto& part : components)
        parts.append(part.toObject()[reference]);
    return {QJsonObject{{QStringLiteral("ref"), subject[reference]}, {QStringLiteral("dependsOn"), parts}}};
}

/// Not "complete": what commands of recipes leave behind is not counted.
QJsonArray compositionsOf(const QJsonObject& subject)
{
    return {QJsonObject{{QStringLiteral("aggregate"), QStringLiteral("incomplete")},
                        {QStringLiteral("assemblies"), QJsonArray{subject[QStringLiteral("bom-ref")]}}}};
}

} // namespace

QByteArray renderCycloneDx(const Bill& bill)
{
    const QJsonObject metadata = metadataOf(bill);
    const QJsonObject subject = metadata[QStringLiteral("component")].toObject();
    const QJsonArray components = componentsOf(bill);
    const QJsonObject document{{QStringLiteral("bomFormat"), QStringLiteral("CycloneDX")},
                               {QStringLiteral("specVersion"), QStringLiteral("1.5")},
                               {QStringLiteral("serialNumber"), billUrn(bill, QStringLiteral("cyclonedx"))},
                               {QStringLiteral("version"), 1},
                               {QStringLiteral("metadata"), metadata},
                               {QStringLiteral("components"), components},
                               {QStringLiteral("dependencies"), dependenciesOf(subject, components)},
                               {QStringLiteral("compositions"), compositionsOf(subject)}};
    return QJsonDocument(document).toJson();
}

} // namespace snowmelt
