// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/withheld_text.h"
#include "models/domain/image/compare_image_parts.h"

#include <QSet>

namespace snowmelt {

namespace {

struct ImageService
{
    QByteArray file; ///< "40-haproxy": init starts them in this order
    QString command; ///< for people: without secrets
    QByteArray text;
    FileFact fact;
};

/// "40-haproxy" → "haproxy"
QByteArray serviceName(const QByteArray& file)
{
    const qsizetype dash = file.indexOf('-');
    return dash > 0 && dash + 1 < file.size() ? file.mid(dash + 1) : file;
}

// What the builder writes; another text is somebody's own, and shown on one line.
QString commandIn(const QByteArray& text)
{
    static const QByteArray head("#!/bin/sh\nexec ");
    const QByteArray command = text.startsWith(head) ? text.mid(head.size()) : text;
    return withoutSecrets(QString::fromUtf8(command)).simplified();
}

QList<ImageService> servicesOf(const ImageContents& image, const ImageContents& other)
{
    QList<ImageService> services;
    for (auto text = image.texts.lowerBound(serviceFolder); text != image.texts.end(); ++text)
        if (isToldAsService(text.key(), image, other))
            services.append({text.key().mid(serviceFolder.size()), commandIn(*text), *text,
                             image.inventory.files.value(text.key())});
    return services;
}

/// Names that say which service is meant; one that two files of an image have does not.
QSet<QByteArray> namesTwice(const QList<ImageService>& services)
{
    QSet<QByteArray> once;
    QSet<QByteArray> twice;
    for (const ImageService& service : services) {
        const QByteArray name = serviceName(service.file);
        (once.contains(name) ? twice : once).insert(name);
    }
    return twice;
}

QMap<QByteArray, ImageService> byKey(const QList<ImageService>& services, const QSet<QByteArray>& twice)
{
    QMap<QByteArray, ImageService> named;
    for (const ImageService& service : services) {
        const QByteArray name = serviceName(service.file);
        named.insert(twice.contains(name) ? service.file : name, service);
    }
    return named;
}

QStringList differing(const ImageService& was, const ImageService& is, const ImageContents& from,
                      const ImageContents& to)
{
    QStringList fields;
    if (was.text != is.text)
        fields.append(QStringLiteral("command"));
    if (was.file != is.file)
        fields.append(QStringLiteral("order"));
    QStringList ofFile = differingFields(was.fact, is.fact, from.inventory, to.inventory);
    ofFile.removeIf([](const QString& field) { return field == u"content" || field == u"size"; });
    return fields + ofFile;
}

/// The command, and what else of it differs.
QString told(const ImageService& service, const QStringList& fields, const ImageContents& image)
{
    QStringList words{service.command};
    if (fields.contains(QStringLiteral("order")))
        words.append(u'(' + QString::fromUtf8(service.file) + u')');
    const bool ofFile = fields.size() > words.size() - 1 + int(fields.contains(QStringLiteral("command")));
    if (ofFile)
        words.append(u'(' + fileFactText(service.fact, image.inventory) + u')');
    return words.join(u' ');
}

} // namespace

bool isToldAsService(const QByteArray& path, const ImageContents& from, const ImageContents& to)
{
    const auto isElse = [&path](const ImageContents& image) {
        return image.inventory.files.contains(path) && !image.texts.contains(path);
    };
    return path.startsWith(serviceFolder) && !path.mid(serviceFolder.size()).contains('/') && !isElse(from) &&
           !isElse(to);
}

QList<ImageDifference> compareServices(const ImageContents& from, const ImageContents& to)
{
    const QList<ImageService> listFrom = servicesOf(from, to);
    const QList<ImageService> listTo = servicesOf(to, from);
    const QSet<QByteArray> twice = namesTwice(listFrom) | namesTwice(listTo);
    const QMap<QByteArray, ImageService> were = byKey(listFrom, twice);
    const QMap<QByteArray, ImageService> are = byKey(listTo, twice);
    QMap<QByteArray, ImageService> all = were;
    all.insert(are);
    QList<ImageDifference> changes;
    for (const QByteArray& key : all.keys()) {
        const QStringList fields =
            were.contains(key) && are.contains(key) ? differing(were[key], are[key], from, to) : QStringList();
        if (!were.contains(key))
            changes.append({ImagePart::Service, ImageChange::Added, key, {}, told(are[key], {}, to)});
        else if (!are.contains(key))
            changes.append({ImagePart::Service, ImageChange::Removed, key, told(were[key], {}, from), {}});
        else if (!fields.isEmpty())
            changes.append({ImagePart::Service, ImageChange::Changed, key, told(were[key], fields, from),
                            told(are[key], fields, to), fields});
    }
    return changes;
}

} // namespace snowmelt
