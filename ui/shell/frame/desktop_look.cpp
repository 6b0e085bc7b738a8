// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/desktop_look.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <utility>

namespace snowmelt {

namespace {

const QString portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalObject = QStringLiteral("/org/freedesktop/portal/desktop");
const QString portalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearanceSpace = QStringLiteral("org.freedesktop.appearance");
const QString colorScheme = QStringLiteral("color-scheme");
const QString contrast = QStringLiteral("contrast");

/// Read() answers with a variant in a variant, the signal with one.
uint numberIn(const QVariant& value)
{
    return value.canConvert<QDBusVariant>() ? numberIn(value.value<QDBusVariant>().variant()) : value.toUInt();
}

/// 0 is "no preference" of both keys; else `color-scheme` is 1 for dark and 2 for light, `contrast` 1 for higher.
std::optional<bool> wishOf(uint number)
{
    return number == 0 ? std::nullopt : std::optional(number == 1);
}

} // namespace

DesktopLook::DesktopLook(QObject* parent) : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portalService, portalObject, portalSettings, QStringLiteral("SettingChanged"), this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    ask(colorScheme);
    ask(contrast);
}

void DesktopLook::ask(const QString& key)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(portalService, portalObject, portalSettings, QStringLiteral("Read"));
    call.setArguments({appearanceSpace, key});
    auto* answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, key, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        answer->deleteLater();
        if (!reply.isError())
            take(key, QVariant::fromValue(reply.value()));
    });
}

void DesktopLook::onSettingChanged(const QString& space, const QString& key, const QDBusVariant& value)
{
    if (space == appearanceSpace)
        take(key, QVariant::fromValue(value));
}

void DesktopLook::take(const QString& key, const QVariant& value)
{
    DesktopWish wish = m_wish;
    if (key == colorScheme)
        wish.dark = wishOf(numberIn(value));
    else if (key == contrast)
        wish.highContrast = wishOf(numberIn(value));
    if (wish == std::exchange(m_wish, wish))
        return;
    Q_EMIT changed();
}

} // namespace snowmelt
