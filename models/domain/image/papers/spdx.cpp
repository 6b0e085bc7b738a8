// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/papers/bill_parts.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace snowmelt {

namespace {

const QString noAssertion = QStringLiteral("NOASSERTION");
const QString documentId = QStringLiteral("SPDXRef-DOCUMENT");
const QString imageId = QStringLiteral("SPDXRef-Image");
const QString parentId = QStringLiteral("SPDXRef-Parent");

/// Identifiers have letters, digits, dots and dashes. What that loses, its hash gives back.
QString spdxId(const QString& kind, const QString& text)
{
    QString plain = text;
    for (QChar& c : plain)
        if (!(c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.' || c == u'-')))
            c = u'-';
    if (plain != text)
        plain += u'-' + QString::fromLatin1(
                            QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(12));
    return QStringLiteral("SPDXRef-") + kind + u'-' + plain;
}

QJsonObject checksum(const QString& algorithm, const QString& value)
{
    return {{QStringLiteral("algorithm"), algorithm}, {QStringLiteral("checksumValue"), value}};
}

/// A package with everything that nobody looked at said to be so.
QJsonObject package(const QString& id, const QString& name, const QString& version)
{
    return {{QStringLiteral("SPDXID"), id},
            {QStringLiteral("name"), name},
            {QStringLiteral("versionInfo"), version},
            {QStringLiteral("downloadLocation"), noAssertion},
            {QStringLiteral("filesAnalyzed"), false},
            {QStringLiteral("licenseConcluded"), noAssertion},
            {QStringLiteral("licenseDeclared"), noAssertion},
            {QStringLiteral("copyrightText"), noAssertion},
            {QStringLiteral("supplier"), noAssertion}};
}

QJsonObject container(const QString& id, const ImageRef& ref, const Digest& digest)
{
    QJsonObject object = package(id, ref.name, ref.version);
    object[QStringLiteral("primaryPackagePurpose")] = QStringLiteral("CONTAINER");
    if (digest.isNull())
        return object;
    object[QStringLiteral("checksums")] = QJsonArray{checksum(QStringLiteral("SHA256"), digest.hex())};
    object[QStringLiteral("comment")] = digestNote;
    return object;
}

QString idOf(const PackageFact& fact)
{
    return spdxId(QStringLiteral("Package"), packageName(fact) + u'-' + fact.architecture);
}

QString idOf(const BillFile& file)
{
    return spdxId(QStringLiteral("File"), QString::fromUtf8(file.path));
}

QJsonObject debianPackage(const PackageFact& fact, const Distribution& distribution)
{
    QJsonObject object = package(idOf(fact), packageName(fact), fact.version);
    object[QStringLiteral("externalRefs")] =
        QJsonArray{QJsonObject{{QStringLiteral("referenceCategory"), QStringLiteral("PACKAGE-MANAGER")},
                               {QStringLiteral("referenceType"), QStringLiteral("purl")},
                               {QStringLiteral("referenceLocator"), packageUrl(fact, distribution)}}};
    return object;
}

QJsonObject fileObject(const BillFile& file)
{
    return {
        {QStringLiteral("SPDXID"), idOf(file)},
        {QStringLiteral("fileName"), QString(u'.' + QString::fromUtf8(file.path))},
        {QStringLiteral("checksums"), QJsonArray{checksum(QStringLiteral("SHA1"), QString::fromLatin1(file.sha1)),
                                                 checksum(QStringLiteral("SHA256"), QString::fromLatin1(file.sha256))}},
        {QStringLiteral("licenseConcluded"), noAssertion},
        {QStringLiteral("licenseInfoInFiles"), QJsonArray{noAssertion}},
        {QStringLiteral("copyrightText"), noAssertion}};
}

QJsonObject relationship(const QString& from, const QString& type, const QString& to)
{
    return {{QStringLiteral("spdxElementId"), from},
            {QStringLiteral("relationshipType"), type},
            {QStringLiteral("relatedSpdxElement"), to}};
}

QJsonArray packagesOf(const Bill& bill)
{
    QJsonArray all{container(imageId, bill.image.ref, bill.image.digest)};
    if (!bill.image.parent.isNull())
        all.append(container(parentId, bill.image.parent, bill.parent));
    for (const PackageFact& fact : bill.packages)
        all.append(debianPackage(fact, bill.distribution));
    return all;
}

QJsonArray relationshipsOf(const Bill& bill)
{
    const QString contains = QStringLiteral("CONTAINS");
    QJsonArray all{relationship(documentId, QStringLiteral("DESCRIBES"), imageId)};
    if (!bill.image.parent.isNull())
        all.append(relationship(imageId, QStringLiteral("DESCENDANT_OF"), parentId));
    for (const PackageFact& fact : bill.packages)
        all.append(relationship(imageId, contains, idOf(fact)));
    for (const BillFile& file : bill.files)
        all.append(relationship(imageId, contains, idOf(file)));
    return all;
}

} // namespace

QByteArray renderSpdx(const Bill& bill)
{
    QJsonArray files;
    for (const BillFile& file : bill.files)
        files.append(fileObject(file));
    const QString note = bill.filesKnown ? packagesNote : QString(packagesNote + u' ' + filesUnknownNote);
    const QJsonObject creation{
        {QStringLiteral("created"), billTime(bill)},
        {QStringLiteral("creators"), QJsonArray{QString(QStringLiteral("Tool: Snowmelt-") + bill.snowmelt)}},
        {QStringLiteral("comment"), note}};
    QJsonObject document{{QStringLiteral("spdxVersion"), QStringLiteral("SPDX-2.3")},
                         {QStringLiteral("dataLicense"), QStringLiteral("CC0-1.0")},
                         {QStringLiteral("SPDXID"), documentId},
                         {QStringLiteral("name"), bill.image.ref.text()},
                         {QStringLiteral("documentNamespace"), billUrn(bill, QStringLiteral("spdx"))},
                         {QStringLiteral("creationInfo"), creation},
                         {QStringLiteral("packages"), packagesOf(bill)},
                         {QStringLiteral("relationships"), relationshipsOf(bill)}};
    if (!files.isEmpty())
        document[QStringLiteral("files")] = files;
    return QJsonDocument(document).toJson();
}

} // namespace snowmelt
