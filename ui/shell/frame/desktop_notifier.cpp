// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/desktop_notifier.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QWidget>

namespace snowmelt {

namespace {

const QString notificationService = QStringLiteral("org.freedesktop.Notifications");
const QString notificationObject = QStringLiteral("/org/freedesktop/Notifications");

/// The notificationService's own default for how long it shows.
constexpr int defaultTimeout = -1;

QDBusMessage notifyCall(uint replaced, const QString& title, const QString& text)
{
    QDBusMessage call = QDBusMessage::createMethodCall(notificationService, notificationObject, notificationService,
                                                       QStringLiteral("Notify"));
    const QStringList actions{QStringLiteral("default"), DesktopNotifier::tr("Show")};
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("snowmelt")},
                            {QStringLiteral("urgency"), QVariant::fromValue(uchar(2))}};
    // Bodies may hold markup: what a server said verbatim is no markup.
    call.setArguments({QStringLiteral("Snowmelt"), replaced, QStringLiteral("snowmelt"), title, text.toHtmlEscaped(),
                       actions, hints, defaultTimeout});
    return call;
}

} // namespace

DesktopNotifier::DesktopNotifier(QWidget* window) : QObject(window), m_window(window)
{
    QDBusConnection::sessionBus().connect(notificationService, notificationObject, notificationService,
                                          QStringLiteral("ActionInvoked"), this, SLOT(onActionInvoked(uint, QString)));
}

void DesktopNotifier::tell(const QString& subject, const QString& title, const QString& text)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        QApplication::alert(m_window);
        return;
    }
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(notifyCall(m_shown.value(subject), title, text)), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, subject, answer] { take(subject, answer); });
}

void DesktopNotifier::take(const QString& subject, QDBusPendingCallWatcher* answer)
{
    const QDBusPendingReply<uint> reply = *answer;
    answer->deleteLater();
    if (reply.isError())
        QApplication::alert(m_window);
    else
        m_shown.insert(subject, reply.value());
}

void DesktopNotifier::onActionInvoked(uint id, const QString&)
{
    const QString subject = m_shown.key(id);
    if (!subject.isEmpty())
        Q_EMIT chosen(subject);
}

} // namespace snowmelt
