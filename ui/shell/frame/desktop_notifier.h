// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

class QDBusPendingCallWatcher;
class QWidget;

namespace snowmelt {

/// Tells a person who looks elsewhere, through the desktop's notification service (org.freedesktop.Notifications 1.2).
/// Where there is none the window asks for attention in the task bar. Never waits for the service.
class DesktopNotifier final : public QObject
{
    Q_OBJECT
public:
    explicit DesktopNotifier(QWidget* window);
    /// A later one takes the place of an earlier one on the same subject.
    void tell(const QString& subject, const QString& title, const QString& text);

Q_SIGNALS:
    void chosen(const QString& subject); ///< the person clicked the notification on this subject

private Q_SLOTS:
    void onActionInvoked(uint id, const QString& action);

private:
    void take(const QString& subject, QDBusPendingCallWatcher* answer);

    QWidget* m_window;
    QHash<QString, uint> m_shown; ///< subject → the service's number for it
};

} // namespace snowmelt
