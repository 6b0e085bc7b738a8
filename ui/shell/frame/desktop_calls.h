// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace snowmelt {

class DesktopNotifier;
class Session;
struct DesktopCall;

/// Calls a person who looks elsewhere when a deployment needs one, unless the settings say not to. A click on the
/// notification brings the window up on the group it is about.
class DesktopCalls final : public QObject
{
    Q_OBJECT
public:
    DesktopCalls(Session* session, QWidget* window);

Q_SIGNALS:
    void windowWanted();

private:
    void call(const DesktopCall& call);
    void showGroup(const QString& group);

    Session* m_session;
    QWidget* m_window;
    DesktopNotifier* m_notifier;
};

} // namespace snowmelt
