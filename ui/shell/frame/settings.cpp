// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/settings.h"

#include <QCryptographicHash>
#include <QSettings>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qsizetype keptBlueprints = 8;

const QString appearanceKey = QStringLiteral("window/appearance");
const QString languageKey = QStringLiteral("window/language");
const QString notificationsKey = QStringLiteral("window/notifications");
const QString driftNotificationsKey = QStringLiteral("window/driftNotifications");
const QString scansKey = QStringLiteral("scans/");
const QString overviewKey = QStringLiteral("window/overview");
const QString filterKey = QStringLiteral("window/filter");
const QString layoutKey = QStringLiteral("layout/");
const QString geometryKey = QStringLiteral("window/geometry");
/// The number is raised when the set of docks changes, so that an older state is not forced onto them.
const QString docksKey = QStringLiteral("window/docks1");
const QString recentKey = QStringLiteral("recentBlueprints");

/// In the order of Appearance.
const QStringList appearanceNames{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark"),
                                  QStringLiteral("light-contrast"), QStringLiteral("dark-contrast")};

class Store : public QSettings
{
public:
    Store() : QSettings(IniFormat, UserScope, QStringLiteral("snowmelt"), QStringLiteral("snowmelt")) {}
};

QVariant read(const QString& key)
{
    return Store().value(key);
}

void write(const QString& key, const QVariant& value)
{
    Store().setValue(key, value);
}

/// A path is no key: it has slashes.
QString scanKey(const QString& blueprint)
{
    return scansKey +
           QString::fromLatin1(QCryptographicHash::hash(blueprint.toUtf8(), QCryptographicHash::Sha256).toHex());
}

/// Unless it was switched off.
bool isOn(const QString& key)
{
    const QVariant stored = read(key);
    return !stored.isValid() || stored.toBool();
}

} // namespace

Appearance Settings::appearance()
{
    return Appearance(std::max<qsizetype>(0, appearanceNames.indexOf(read(appearanceKey).toString())));
}

void Settings::setAppearance(Appearance appearance)
{
    write(appearanceKey, appearanceNames.at(int(appearance)));
}

Language Settings::language()
{
    const QString name = read(languageKey).toString();
    if (name == QStringLiteral("en"))
        return Language::English;
    return name == QStringLiteral("ko") ? Language::Korean : Language::System;
}

void Settings::setLanguage(Language language)
{
    const QStringList names{QStringLiteral("system"), QStringLiteral("en"), QStringLiteral("ko")};
    write(languageKey, names.at(int(language)));
}

bool Settings::notifications()
{
    return isOn(notificationsKey);
}

void Settings::setNotifications(bool wanted)
{
    write(notificationsKey, wanted);
}

bool Settings::driftNotifications()
{
    return isOn(driftNotificationsKey);
}

void Settings::setDriftNotifications(bool wanted)
{
    write(driftNotificationsKey, wanted);
}

int Settings::scanSeconds(const QString& blueprint)
{
    constexpr int shortest = 10;
    const int seconds = read(scanKey(blueprint)).toInt();
    return seconds >= shortest ? seconds : 0;
}

void Settings::setScanSeconds(const QString& blueprint, int seconds)
{
    write(scanKey(blueprint), seconds);
}

bool Settings::overview()
{
    return isOn(overviewKey);
}

void Settings::setOverview(bool wanted)
{
    write(overviewKey, wanted);
}

QStringList Settings::filter()
{
    return read(filterKey).toStringList();
}

void Settings::setFilter(const QStringList& filter)
{
    write(filterKey, filter);
}

QByteArray Settings::layoutOf(const QString& view)
{
    return read(layoutKey + view).toByteArray();
}

void Settings::setLayoutOf(const QString& view, const QByteArray& state)
{
    write(layoutKey + view, state);
}

QByteArray Settings::geometry()
{
    return read(geometryKey).toByteArray();
}

QByteArray Settings::docks()
{
    return read(docksKey).toByteArray();
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& docks)
{
    write(geometryKey, geometry);
    if (!docks.isEmpty())
        write(docksKey, docks);
}

QStringList Settings::recentBlueprints()
{
    return read(recentKey).toStringList();
}

void Settings::noteBlueprint(const QString& path)
{
    QStringList recent = recentBlueprints();
    recent.removeAll(path);
    recent.prepend(path);
    write(recentKey, QStringList(recent.mid(0, keptBlueprints)));
}

} // namespace snowmelt
