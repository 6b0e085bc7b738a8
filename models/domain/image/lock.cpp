// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/lock.h"

#include "models/domain/drift/version_order.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace snowmelt {

namespace {

QByteArray yamlText(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return '"' + text.toUtf8() + '"';
}

QByteArray lineOf(const LockedDeb& deb)
{
    return "  - {name: " + yamlText(deb.name) + ", version: " + yamlText(deb.version) +
           ", architecture: " + deb.architecture.toUtf8() + ", size: " + QByteArray::number(deb.size) +
           ", sha256: " + deb.sha256.hex().toUtf8() + (deb.required ? ", required: true" : "") +
           ", uri: " + yamlText(deb.uri) + "}\n";
}

QByteArray listOf(const char* key, const QStringList& texts)
{
    QByteArray list = key;
    if (texts.isEmpty())
        return list + ": []\n";
    list += ":\n";
    for (const QString& text : texts)
        list += "  - " + yamlText(text) + '\n';
    return list;
}

QByteArray debsOf(QList<LockedDeb> debs)
{
    if (debs.isEmpty())
        return "debs: []\n";
    std::sort(debs.begin(), debs.end(), [](const auto& a, const auto& b) { return a.key() < b.key(); });
    QByteArray lines = "debs:\n";
    for (const LockedDeb& deb : debs)
        lines += lineOf(deb);
    return lines;
}

QMap<QString, LockedDeb> debsByKey(const Lock& lock)
{
    QMap<QString, LockedDeb> all;
    for (const LockedDeb& deb : lock.debs)
        all.insert(deb.key(), deb);
    return all;
}

ImageChange changeOf(const LockedDeb& before, const LockedDeb& after)
{
    const auto order = versionOrder(before.version, after.version);
    if (order < 0)
        return ImageChange::Newer;
    return order > 0 ? ImageChange::Older : ImageChange::Changed;
}

} // namespace

QByteArray lockedContent(const Lock& lock)
{
    QStringList packages = lock.packages;
    packages.sort();
    return "snowmelt-lock: 1\n" + listOf("packages", packages) + listOf("sources", lock.sources) + debsOf(lock.debs);
}

QByteArray renderLock(const Lock& lock)
{
    const QByteArray head = "# What the recipe beside this file installs. Written by \"snowmelt update\".\n";
    if (lock.built.isNull())
        return head + lockedContent(lock);
    const QByteArray from = lock.from.isEmpty() ? QByteArray() : "from: " + lock.from.toLatin1() + '\n';
    return head + "# The image it gave when it was written, and what that was made from:\nbuilt: " +
           lock.built.text().toUtf8() + '\n' + from + lockedContent(lock);
}

QString missingIn(const Lock& lock, const QStringList& asked)
{
    const auto it =
        std::find_if(asked.begin(), asked.end(), [&](const QString& name) { return !lock.packages.contains(name); });
    return it == asked.end() ? QString() : *it;
}

QList<ImageDifference> lockChanges(const Lock& before, const Lock& after)
{
    const QMap<QString, LockedDeb> was = debsByKey(before);
    const QMap<QString, LockedDeb> is = debsByKey(after);
    QMap<QString, ImageDifference> changes;
    for (const LockedDeb& deb : was)
        if (!is.contains(deb.key()))
            changes[deb.key()] = {ImagePart::Package, ImageChange::Removed, deb.key().toUtf8(), deb.version, {}};
    for (const LockedDeb& deb : is) {
        const auto old = was.find(deb.key());
        if (old == was.end())
            changes[deb.key()] = {ImagePart::Package, ImageChange::Added, deb.key().toUtf8(), {}, deb.version};
        else if (old->version != deb.version || old->sha256 != deb.sha256)
            changes[deb.key()] = {ImagePart::Package, changeOf(*old, deb), deb.key().toUtf8(), old->version,
                                  deb.version};
    }
    return changes.values();
}

QString withoutCredentials(const QString& text)
{
    static const QRegularExpression userInfo(QStringLiteral("(\\b[a-z+]+://)[^/\\s@]*@"));
    return QString(text).replace(userInfo, QStringLiteral("\\1"));
}

} // namespace snowmelt
